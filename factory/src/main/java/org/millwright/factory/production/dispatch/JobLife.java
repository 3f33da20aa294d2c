package org.millwright.factory.production.dispatch;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.millwright.factory.production.JobState;
import org.millwright.factory.production.dispatch.FloorCommand.JobCommand;
import org.millwright.machines.JobReport;

/**
 * The next step of an active job from its stored state and the machine's word about its token. The machine's word wins: the
 * stored state only says what was intended when the program last ran.
 */
final class JobLife {
    /** How often a machine may refuse a job before it is given up. */
    static final int MOST_REFUSALS = 5;

    private JobLife() {}

    static Optional<JobCommand> next(Dispatch dispatch, JobReport report, Instant now) {
        return switch (report.state()) {
            case UNKNOWN -> unknownToMachine(dispatch, report, now);
            case ALLOWED_TO_START -> waitingOnMachine(dispatch, report, now);
            case RUNNING -> Optional.of(onMachine(dispatch, report));
            case INTERRUPTED ->
                Optional.of(report.fault() == null ? onMachine(dispatch, report) : interrupted(dispatch, report));
            case ENDED -> Optional.of(new FloorCommand.End(dispatch.job().id(), report));
            case ABORTED ->
                Optional.of(report.fault() == null ? aborted(dispatch, report) : interrupted(dispatch, report));
        };
    }

    /** A machine that does not answer keeps what it may be running; what was never begun can be stopped without it. */
    static Optional<JobCommand> unheard(Dispatch dispatch) {
        String reason = dispatch.stopReason();
        return reason == null || dispatch.begun()
                ? Optional.empty()
                : Optional.of(new FloorCommand.Abort(
                        dispatch.job().id(), JobReport.unknown(dispatch.job().token()), reason));
    }

    /** A token that the machine never saw is harmless until its start was intended; after that nobody can tell what ran. */
    private static Optional<JobCommand> unknownToMachine(Dispatch dispatch, JobReport report, Instant now) {
        JobState state = dispatch.job().state();
        if (state == JobState.STARTING || state == JobState.RUNNING) {
            return Optional.of(new FloorCommand.Interrupt(
                    dispatch.job().id(),
                    report,
                    "LOST: the machine does not remember job %s".formatted(token(dispatch))));
        }
        if (dispatch.stopReason() != null) {
            return Optional.of(new FloorCommand.Abort(dispatch.job().id(), report, dispatch.stopReason()));
        }
        return tryAgain(
                dispatch, report, now, new FloorCommand.Store(dispatch.job().id()));
    }

    private static Optional<JobCommand> waitingOnMachine(Dispatch dispatch, JobReport report, Instant now) {
        if (dispatch.stopReason() != null) {
            return Optional.of(new FloorCommand.Cancel(dispatch.job().id()));
        }
        return switch (dispatch.job().state()) {
            case CREATED ->
                Optional.of(new FloorCommand.MarkStored(dispatch.job().id()));
            case RUNNING ->
                Optional.of(new FloorCommand.Interrupt(
                        dispatch.job().id(),
                        report,
                        "LOST: the machine says that job %s never started".formatted(token(dispatch))));
            default ->
                tryAgain(
                        dispatch,
                        report,
                        now,
                        new FloorCommand.Start(dispatch.job().id()));
        };
    }

    private static JobCommand onMachine(Dispatch dispatch, JobReport report) {
        if (dispatch.job().state() != JobState.RUNNING) {
            return new FloorCommand.MarkRunning(dispatch.job().id(), report);
        }
        return dispatch.stopReason() == null
                ? new FloorCommand.Follow(dispatch.job().id(), report)
                : new FloorCommand.Cancel(dispatch.job().id());
    }

    private static Optional<JobCommand> tryAgain(Dispatch dispatch, JobReport report, Instant now, JobCommand command) {
        if (dispatch.refusals() >= MOST_REFUSALS) {
            return Optional.of(new FloorCommand.Abort(
                    dispatch.job().id(),
                    report,
                    "REFUSED: the machine refused job %s %d times".formatted(token(dispatch), dispatch.refusals())));
        }
        return now.isBefore(dispatch.notBefore()) ? Optional.empty() : Optional.of(command);
    }

    private static JobCommand interrupted(Dispatch dispatch, JobReport report) {
        var fault = Objects.requireNonNull(report.fault());
        return new FloorCommand.Interrupt(dispatch.job().id(), report, fault.code() + ": " + fault.text());
    }

    private static JobCommand aborted(Dispatch dispatch, JobReport report) {
        String reason = dispatch.stopReason();
        return new FloorCommand.Abort(
                dispatch.job().id(), report, reason == null ? "STOPPED: the job was stopped at the machine" : reason);
    }

    private static String token(Dispatch dispatch) {
        return dispatch.job().token().value();
    }
}
