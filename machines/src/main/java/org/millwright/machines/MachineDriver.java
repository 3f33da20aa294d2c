package org.millwright.machines;

import java.util.List;

/**
 * A connection to one machine. Commands say only whether the machine took them; what happens is known from its observed
 * state alone. All methods are safe to call from any thread and never wait longer than a few seconds.
 */
public interface MachineDriver extends AutoCloseable {
    /**
     * What the machine says it is.
     *
     * @throws MachineUnavailable when it does not answer
     */
    Identity probe();

    /** Stores a program under its token without starting it. Storing the same token and hash again is accepted. */
    CommandOutcome store(JobToken token, ProgramFile program);

    /** Starts the stored program. A token starts at most once in the machine's life: a second start is rejected. */
    CommandOutcome start(JobToken token);

    CommandOutcome pause(JobToken token);

    CommandOutcome resume(JobToken token);

    /** Ends the job where it is: an operational stop, never a safety function. */
    CommandOutcome cancel(JobToken token);

    /** Says that plate or bed was emptied by a person; machines that cannot know it themselves accept no start before. */
    CommandOutcome bedCleared();

    /** The machine's state now; unavailable when it does not answer. */
    MachineState state();

    /**
     * What the machine remembers of these tokens, in the same order; what it does not know has state {@code UNKNOWN}.
     *
     * @throws MachineUnavailable when it does not answer: then nothing is known, which is not {@code UNKNOWN}
     */
    List<JobReport> reconcile(List<JobToken> tokens);

    @Override
    void close();

    /** Maker, model and serial number as the machine gives them. */
    record Identity(String maker, String model, String serial) {}
}
