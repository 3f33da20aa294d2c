package org.millwright.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.Precedence;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.BatchRule;
import org.millwright.scheduling.model.resource.Changeovers;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.model.resource.ResourceKind;
import org.millwright.scheduling.model.resource.WorkCalendar;

/**
 * Small problems in words and timetables as drawn rows; one character is one time unit.
 *
 * <pre>
 * machine mill open 0-20 down 3-5 capacity 1 changeover red:2
 * person  ann  open 0-10 skills turn,pack
 * job     A    due 12 weight 3 release 2
 * op      a1   of A on mill 4 or lathe 5 setup 1 unload 1 skill turn attended (or resumable) after a0 lag 1-6 from 3 family red needs jig 1
 * machine oven batch 10 fill 6:20   (begins with a load of 6 or after 20 units of waiting)   and  op b of A on oven 4/3  (a load of 3 for 4 units of time)
 * </pre>
 */
final class Shop {
    private final List<Resource> resources = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();

    static ScheduleProblem of(String text) {
        var shop = new Shop();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(shop::line);
        return new ScheduleProblem(0, shop.resources, shop.jobs, shop.operations, List.of());
    }

    private void line(String line) {
        String[] words = line.split("\\s+");
        switch (words[0]) {
            case "machine", "person" -> resource(words);
            case "job" -> job(words);
            case "op" -> operation(words);
            default -> throw new IllegalArgumentException(line);
        }
    }

    private void resource(String[] words) {
        WorkCalendar calendar = WorkCalendar.always();
        Set<String> skills = Set.of();
        List<Interval> down = List.of();
        int capacity = 1;
        boolean batches = false;
        BatchRule rule = BatchRule.NONE;
        Changeovers changeovers = Changeovers.NONE;
        for (int i = 2; i < words.length; i += 2) {
            switch (words[i]) {
                case "open" -> calendar = WorkCalendar.of(intervals(words[i + 1]));
                case "down" -> down = intervals(words[i + 1]);
                case "batch" -> {
                    capacity = Integer.parseInt(words[i + 1]);
                    batches = true;
                }
                case "fill" -> {
                    String[] parts = words[i + 1].split(":");
                    rule = new BatchRule(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
                }
                case "capacity" -> capacity = Integer.parseInt(words[i + 1]);
                case "changeover" -> changeovers = changeovers(words[i + 1]);
                case "skills" -> skills = Set.of(words[i + 1].split(","));
                default -> throw new IllegalArgumentException(words[i]);
            }
        }
        resources.add(
                words[0].equals("person")
                        ? Resource.person(words[1], calendar, skills).withDown(down)
                        : new Resource(
                                words[1],
                                ResourceKind.MACHINE,
                                capacity,
                                calendar,
                                Set.of(),
                                down,
                                changeovers,
                                batches,
                                rule));
    }

    /** {@code 3} between any two families; {@code red:3} when set up for red. */
    private static Changeovers changeovers(String text) {
        String[] parts = text.split(":");
        return parts.length == 1
                ? Changeovers.uniform(Long.parseLong(text))
                : new Changeovers(parts[0], Long.parseLong(parts[1]), Map.of());
    }

    private static List<Interval> intervals(String text) {
        List<Interval> intervals = new ArrayList<>();
        for (String part : text.split(",")) {
            String[] bounds = part.split("-");
            intervals.add(new Interval(Long.parseLong(bounds[0]), Long.parseLong(bounds[1])));
        }
        return intervals;
    }

    private void job(String[] words) {
        long due = 1000;
        long release = 0;
        int weight = 1;
        for (int i = 2; i < words.length; i += 2) {
            switch (words[i]) {
                case "due" -> due = Long.parseLong(words[i + 1]);
                case "release" -> release = Long.parseLong(words[i + 1]);
                case "weight" -> weight = Integer.parseInt(words[i + 1]);
                default -> throw new IllegalArgumentException(words[i]);
            }
        }
        jobs.add(new Job(words[1], release, due, weight, null));
    }

    private void operation(String[] words) {
        Operation.Builder builder = Operation.of(words[1], words[3]);
        for (int i = 4; i < words.length; i += 2) {
            switch (words[i]) {
                case "on", "or" -> {
                    String[] times = words[i + 2].split("/");
                    int load = times.length > 1 ? Integer.parseInt(times[1]) : 1;
                    builder.on(words[i + 1], Long.parseLong(times[0]), load);
                    i++;
                }
                case "bench" -> builder.bench(Long.parseLong(words[i + 1]));
                case "setup" -> builder.setupS(Long.parseLong(words[i + 1]));
                case "unload" -> builder.unloadS(Long.parseLong(words[i + 1]));
                case "skill" -> builder.skill(words[i + 1]);
                case "family" -> builder.family(words[i + 1]);
                case "needs" -> {
                    builder.needs(words[i + 1], Integer.parseInt(words[i + 2]));
                    i++;
                }
                case "from" -> builder.earliestStartS(Long.parseLong(words[i + 1]));
                case "resumable" -> {
                    builder.resumable();
                    i--;
                }
                case "attended" -> {
                    builder.runAttended();
                    i--;
                }
                case "after" -> {
                    if (i + 2 < words.length && words[i + 2].equals("lag")) {
                        String[] lag = words[i + 3].split("-");
                        long longest = lag.length > 1 ? Long.parseLong(lag[1]) : Precedence.UNLIMITED;
                        builder.after(words[i + 1], Long.parseLong(lag[0]), longest);
                        i += 2;
                    } else {
                        builder.after(words[i + 1]);
                    }
                }
                default -> throw new IllegalArgumentException(words[i]);
            }
        }
        operations.add(builder.build());
    }

    /**
     * One row per resource. On machines: the job's letter, small while setting up or unloading, {@code -} while waiting
     * for somebody. On people: the job's letter while they attend.
     */
    static String gantt(ScheduleProblem problem, Timetable timetable) {
        int length = (int) timetable.assignments().stream()
                .mapToLong(Assignment::endS)
                .max()
                .orElse(0);
        var rows = new StringBuilder();
        for (Resource resource : problem.resources()) {
            char[] row = ".".repeat(length).toCharArray();
            for (Operation operation : problem.operations()) {
                timetable.findAssignment(operation.id()).ifPresent(at -> draw(row, resource.id(), operation, at));
            }
            rows.append("%-5s: %s%n".formatted(resource.id(), new String(row)));
        }
        return rows.toString();
    }

    private static void draw(char[] row, String resource, Operation operation, Assignment at) {
        char run = operation.jobId().charAt(0);
        char attended = operation.jobId().toLowerCase(Locale.ROOT).charAt(0);
        if (resource.equals(at.machineId())) {
            fill(row, at.setupStartS(), at.runStartS(), attended);
            fill(row, at.runStartS(), at.runEndS(), run);
            fill(row, at.runEndS(), at.unloadStartS(), '-');
            fill(row, at.unloadStartS(), at.endS(), attended);
        }
        if (resource.equals(at.setupPersonId())) {
            fill(row, at.setupStartS(), at.attendedUntilS(operation.runAttended()), run);
        }
        if (resource.equals(at.unloadPersonId())) {
            fill(row, at.unloadStartS(), at.endS(), run);
        }
    }

    private static void fill(char[] row, long from, long to, char letter) {
        for (long i = from; i < to; i++) {
            row[(int) i] = letter;
        }
    }
}
