package org.millwright.machines.virtual.protocol;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.millwright.machines.CommandOutcome;
import org.millwright.machines.CommandOutcome.Indeterminate;
import org.millwright.machines.JobReport;
import org.millwright.machines.JobToken;
import org.millwright.machines.MachineDriver;
import org.millwright.machines.MachineState;
import org.millwright.machines.MachineUnavailable;
import org.millwright.machines.ProgramFile;

/** Drives a virtual machine behind a port. A command without an answer is indeterminate and never sent again. */
final class VirtualTcpDriver implements MachineDriver {
    private final Link link;

    VirtualTcpDriver(Link link) {
        this.link = link;
    }

    @Override
    public Identity probe() {
        try {
            List<String> answer = link.ask(List.of("hello", String.valueOf(Wire.VERSION)));
            Map<String, String> named = Answers.named(checked(answer));
            return new Identity(
                    named.getOrDefault("maker", ""), named.getOrDefault("model", ""), named.getOrDefault("serial", ""));
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    @Override
    public CommandOutcome store(JobToken token, ProgramFile program) {
        byte[] bytes = program.text().getBytes(StandardCharsets.UTF_8);
        return command(
                List.of("store", token.value(), program.name(), String.valueOf(bytes.length), program.sha256()), bytes);
    }

    @Override
    public CommandOutcome start(JobToken token) {
        return command("start", token);
    }

    @Override
    public CommandOutcome pause(JobToken token) {
        return command("pause", token);
    }

    @Override
    public CommandOutcome resume(JobToken token) {
        return command("resume", token);
    }

    @Override
    public CommandOutcome cancel(JobToken token) {
        return command("cancel", token);
    }

    @Override
    public CommandOutcome bedCleared() {
        return command(List.of("bed-cleared"), new byte[0]);
    }

    private CommandOutcome command(String word, JobToken token) {
        return command(List.of(word, token.value()), new byte[0]);
    }

    private CommandOutcome command(List<String> request, byte[] payload) {
        try {
            return Answers.outcome(link.command(request, payload));
        } catch (IOException e) {
            return new Indeterminate("No answer from %s: %s".formatted(link.address(), e.getMessage()));
        }
    }

    @Override
    public MachineState state() {
        try {
            List<String> answer = link.ask(List.of("state"));
            checked(answer);
            return Answers.state(answer);
        } catch (IOException e) {
            return MachineState.unavailable();
        }
    }

    @Override
    public List<JobReport> reconcile(List<JobToken> tokens) {
        var reports = new ArrayList<JobReport>(tokens.size());
        try {
            for (int from = 0; from < tokens.size(); from += Wire.MOST_TOKENS) {
                var request = new ArrayList<>(List.of("reconcile"));
                for (JobToken token : tokens.subList(from, Math.min(tokens.size(), from + Wire.MOST_TOKENS))) {
                    request.add(token.value());
                }
                List<String> answer = link.ask(request);
                checked(answer);
                reports.addAll(Answers.reports(answer));
            }
        } catch (IOException e) {
            throw unavailable(e);
        }
        return reports;
    }

    private static List<String> checked(List<String> answer) throws ProtocolException {
        if (!answer.getFirst().equals("ok")) {
            throw new ProtocolException("The machine answered '%s'".formatted(String.join(" ", answer)));
        }
        return answer;
    }

    private MachineUnavailable unavailable(IOException cause) {
        return new MachineUnavailable(
                "The machine at %s does not answer: %s. Maybe it is switched off."
                        .formatted(link.address(), cause.getMessage()),
                cause);
    }

    @Override
    public void close() {
        link.close();
    }
}
