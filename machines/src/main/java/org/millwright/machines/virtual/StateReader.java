package org.millwright.machines.virtual;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.machines.JobReport;
import org.millwright.machines.JobToken;
import org.millwright.machines.MachineState.Alarm;

/** Reads a state file into a memory. */
final class StateReader {
    private final JobMemory memory;
    private boolean bedClear = true;
    private @Nullable JobReport running;
    private @Nullable Alarm alarm;

    StateReader(JobMemory memory) {
        this.memory = memory;
    }

    boolean bedClear() {
        return bedClear;
    }

    @Nullable
    Alarm alarm() {
        return alarm;
    }

    void read(String text) throws IOException {
        String[] lines = text.substring(0, text.lastIndexOf('\n') + 1).split("\n");
        for (int i = 1; i < lines.length; i++) {
            try {
                line(lines[i].split("\t", -1));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new IOException(
                        "Line %d of the state file cannot be read: '%s'. Maybe move the file away; the machine then forgets its jobs."
                                .formatted(i + 1, lines[i]),
                        e);
            }
        }
        if (running != null) {
            alarm = new Alarm("power-loss", Rejections.text("power-loss"));
            bedClear = false;
            memory.put(new JobReport(
                    running.token(),
                    JobReport.State.ABORTED,
                    running.programSha256(),
                    running.progress(),
                    running.consumed(),
                    alarm));
        }
    }

    private void line(String[] words) {
        switch (words[0]) {
            case "bed" -> bedClear = words[1].equals("clear");
            case "used" -> memory.markStarted(Long.parseUnsignedLong(words[1], 16));
            case "started" -> {
                var token = new JobToken(words[1]);
                memory.markStarted(token);
                bedClear = false;
                running = new JobReport(token, JobReport.State.RUNNING, words[2], 0, Map.of(), null);
            }
            case "progress" -> running = report(words);
            case "report" -> {
                JobReport report = report(words);
                memory.put(report);
                memory.markStarted(report.token());
                if (running != null && running.token().equals(report.token())) {
                    running = null;
                }
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private static JobReport report(String[] words) {
        var consumed = new HashMap<String, Double>();
        for (int i = 7; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            consumed.put(words[i].substring(0, equals), Double.valueOf(words[i].substring(equals + 1)));
        }
        return new JobReport(
                new JobToken(words[1]),
                JobReport.State.valueOf(words[2]),
                words[3],
                Double.parseDouble(words[4]),
                consumed,
                words[5].isEmpty() ? null : new Alarm(words[5], words[6]));
    }
}
