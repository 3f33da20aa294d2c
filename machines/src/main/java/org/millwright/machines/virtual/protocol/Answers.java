package org.millwright.machines.virtual.protocol;

import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.millwright.machines.CommandOutcome;
import org.millwright.machines.CommandOutcome.Accepted;
import org.millwright.machines.CommandOutcome.Indeterminate;
import org.millwright.machines.CommandOutcome.Rejected;
import org.millwright.machines.JobReport;
import org.millwright.machines.JobToken;
import org.millwright.machines.MachineState;
import org.millwright.machines.MachineState.Alarm;

/** The words of answers, both ways. Named values are {@code name:value}. */
final class Answers {
    private static final String READING = "reading.";
    private static final String CONSUMED = "consumed.";

    private Answers() {}

    static List<String> of(CommandOutcome outcome) {
        return switch (outcome) {
            case Accepted accepted -> List.of("ok");
            case Rejected rejected -> List.of("rejected", rejected.code(), rejected.text());
            case Indeterminate indeterminate -> List.of("error", "indeterminate", indeterminate.text());
        };
    }

    static CommandOutcome outcome(List<String> words) {
        return switch (words.getFirst()) {
            case "ok" -> new Accepted();
            case "rejected" -> new Rejected(words.get(1), words.get(2));
            default -> new Indeterminate(String.join(" ", words));
        };
    }

    static List<String> of(MachineState state) {
        var words = new ArrayList<String>();
        words.add("ok");
        words.add("availability:" + state.availability());
        words.add("execution:" + state.execution());
        words.add("progress:" + state.progress());
        words.add("bedClear:" + state.bedClear());
        JobToken job = state.job();
        if (job != null) {
            words.add("job:" + job.value());
        }
        if (state.remainingS() != null) {
            words.add("remainingS:" + state.remainingS());
        }
        addAlarm(words, state.alarm());
        addNumbers(words, READING, state.readings());
        return words;
    }

    static MachineState state(List<String> words) throws ProtocolException {
        Map<String, String> named = named(words.subList(1, words.size()));
        try {
            String job = named.get("job");
            String remaining = named.get("remainingS");
            return new MachineState(
                    MachineState.Availability.valueOf(required(named, "availability")),
                    MachineState.Execution.valueOf(required(named, "execution")),
                    job == null ? null : new JobToken(job),
                    Double.parseDouble(required(named, "progress")),
                    remaining == null ? null : Double.valueOf(remaining),
                    Boolean.parseBoolean(required(named, "bedClear")),
                    numbers(named, READING),
                    alarm(named));
        } catch (IllegalArgumentException e) {
            throw unreadable(words, e);
        }
    }

    /** A report begins with the word {@code report}. */
    static void addTo(List<String> words, JobReport report) {
        words.add("report");
        words.add("token:" + report.token().value());
        words.add("state:" + report.state());
        words.add("progress:" + report.progress());
        if (report.programSha256() != null) {
            words.add("sha256:" + report.programSha256());
        }
        addAlarm(words, report.fault());
        addNumbers(words, CONSUMED, report.consumed());
    }

    static List<JobReport> reports(List<String> words) throws ProtocolException {
        var reports = new ArrayList<JobReport>();
        int from = 1;
        while (from < words.size()) {
            int to = from + 1;
            while (to < words.size() && !words.get(to).equals("report")) {
                to++;
            }
            reports.add(report(words.subList(from + 1, to)));
            from = to;
        }
        return reports;
    }

    private static JobReport report(List<String> words) throws ProtocolException {
        Map<String, String> named = named(words);
        try {
            return new JobReport(
                    new JobToken(required(named, "token")),
                    JobReport.State.valueOf(required(named, "state")),
                    named.get("sha256"),
                    Double.parseDouble(required(named, "progress")),
                    numbers(named, CONSUMED),
                    alarm(named));
        } catch (IllegalArgumentException e) {
            throw unreadable(words, e);
        }
    }

    private static void addAlarm(List<String> words, @Nullable Alarm alarm) {
        if (alarm != null) {
            words.add("alarmCode:" + alarm.code());
            words.add("alarmText:" + alarm.text());
        }
    }

    private static @Nullable Alarm alarm(Map<String, String> named) {
        String code = named.get("alarmCode");
        return code == null ? null : new Alarm(code, named.getOrDefault("alarmText", ""));
    }

    private static void addNumbers(List<String> words, String prefix, Map<String, Double> numbers) {
        new TreeMap<>(numbers).forEach((name, value) -> words.add(prefix + name + ":" + value));
    }

    private static Map<String, Double> numbers(Map<String, String> named, String prefix) {
        var numbers = new HashMap<String, Double>();
        named.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                numbers.put(name.substring(prefix.length()), Double.valueOf(value));
            }
        });
        return numbers;
    }

    static Map<String, String> named(List<String> words) {
        var named = new HashMap<String, String>();
        for (String word : words) {
            int colon = word.indexOf(':');
            if (colon > 0) {
                named.put(word.substring(0, colon), word.substring(colon + 1));
            }
        }
        return named;
    }

    private static String required(Map<String, String> named, String name) {
        String value = named.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    private static ProtocolException unreadable(List<String> words, IllegalArgumentException cause) {
        var exception = new ProtocolException("The answer '%s' makes no sense".formatted(String.join(" ", words)));
        exception.initCause(cause);
        return exception;
    }
}
