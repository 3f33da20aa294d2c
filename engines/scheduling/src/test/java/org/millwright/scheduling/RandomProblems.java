package org.millwright.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.Precedence;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.resource.BatchRule;
import org.millwright.scheduling.model.resource.Changeovers;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.model.resource.ResourceKind;
import org.millwright.scheduling.model.resource.WorkCalendar;

/** Small factories with every kind of constraint switched on at random. */
final class RandomProblems {
    static final long HOUR = 3600;
    private static final String OVEN = "OVEN";
    private static final List<String> SKILLS = List.of("print", "cut", "inspect");

    private final SplittableRandom random;
    private final List<Resource> resources = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();

    private RandomProblems(SplittableRandom random) {
        this.random = random;
    }

    static ScheduleProblem problem(SplittableRandom random, int jobCount) {
        var problems = new RandomProblems(random);
        problems.addResources(1 + random.nextInt(4), 1 + random.nextInt(3));
        for (int job = 0; job < jobCount; job++) {
            problems.addJob("J" + job);
        }
        return new ScheduleProblem(
                random.nextLong(30 * HOUR), problems.resources, problems.jobs, problems.operations, List.of());
    }

    private void addResources(int machines, int people) {
        for (int m = 0; m < machines; m++) {
            WorkCalendar calendar = m == 0 || random.nextBoolean() ? WorkCalendar.always() : shifts(6, 22);
            resources.add(withChangeovers(new Resource(
                    "M" + m,
                    random.nextInt(5) == 0 ? ResourceKind.OTHER : ResourceKind.MACHINE,
                    random.nextInt(4) == 0 ? 2 : 1,
                    calendar,
                    Set.of(),
                    down())));
        }
        if (random.nextInt(3) == 0) {
            int capacity = 1 + random.nextInt(6);
            resources.add(Resource.batching(OVEN, capacity, shifts(0, 20))
                    .withDown(down())
                    .withBatchRule(
                            random.nextBoolean()
                                    ? BatchRule.NONE
                                    : new BatchRule(1 + random.nextInt(capacity), random.nextLong(8 * HOUR))));
        }
        int tools = random.nextInt(3);
        for (int t = 0; t < tools; t++) {
            WorkCalendar calendar = random.nextInt(3) == 0 ? shifts(4, 23) : WorkCalendar.always();
            resources.add(new Resource("T" + t, ResourceKind.OTHER, 1 + random.nextInt(3), calendar, Set.of(), down()));
        }
        // The first person can do everything, so that every operation has somebody.
        for (int p = 0; p < people; p++) {
            Set<String> skills = p == 0 ? Set.copyOf(SKILLS) : Set.of(SKILLS.get(random.nextInt(3)));
            resources.add(new Resource(
                    "P" + p, ResourceKind.PERSON, random.nextInt(6) == 0 ? 2 : 1, shifts(8, 17), skills, down()));
        }
    }

    /** Baking: alike often enough to share a batch. */
    private Operation baking(String id, String job, Resource oven, List<String> earlier) {
        Operation.Builder builder = Operation.of(id, job)
                .on(OVEN, HOUR, 1 + random.nextInt(oven.capacity()))
                .family(random.nextBoolean() ? "PLA" : "PETG");
        if (random.nextBoolean()) {
            builder.setupS(HOUR / 10).unloadS(HOUR / 10).skill(SKILLS.getFirst());
        }
        if (!earlier.isEmpty()) {
            addPrecedence(builder, earlier);
        }
        return builder.build();
    }

    private static boolean isTool(Resource resource) {
        return resource.id().startsWith("T");
    }

    private Resource withChangeovers(Resource machine) {
        if (machine.capacity() > 1 || random.nextInt(3) > 0) {
            return machine;
        }
        long otherwise = random.nextLong(HOUR);
        return machine.withChangeovers(new Changeovers(
                random.nextBoolean() ? "PLA" : null,
                otherwise,
                Map.of("PLA", Map.of("PETG", otherwise / 2 + random.nextLong(otherwise / 2 + 1)))));
    }

    private void addJob(String id) {
        long release = random.nextInt(3) == 0 ? random.nextLong(72 * HOUR) : 0;
        long due = release + random.nextLong(120 * HOUR);
        Long deadline = random.nextInt(5) == 0 ? Long.valueOf(due + 10 * HOUR) : null;
        jobs.add(new Job(id, release, due, random.nextInt(10), deadline));
        int count = 1 + random.nextInt(5);
        List<String> own = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String operation = id + "." + i;
            operations.add(operation(operation, id, own));
            own.add(operation);
        }
    }

    private Operation operation(String id, String job, List<String> earlier) {
        for (Resource resource : resources) {
            if (resource.batches() && random.nextInt(3) == 0) {
                return baking(id, job, resource, earlier);
            }
        }
        Operation.Builder builder = Operation.of(id, job);
        boolean attended = random.nextInt(3) == 0;
        long runLimit = attended ? 3 * HOUR : 12 * HOUR;
        if (random.nextInt(5) == 0) {
            builder.bench(random.nextLong(runLimit));
        } else {
            for (Resource resource : resources) {
                if (resource.kind() != ResourceKind.PERSON
                        && !isTool(resource)
                        && !resource.batches()
                        && random.nextInt(2) == 0) {
                    builder.on(resource.id(), random.nextLong(runLimit));
                }
            }
            builder.on("M0", random.nextLong(runLimit));
        }
        if (attended) {
            builder.runAttended();
        } else if (random.nextInt(4) == 0) {
            builder.resumable();
        }
        if (random.nextInt(6) > 0) {
            builder.skill(SKILLS.get(random.nextInt(3)));
        }
        builder.setupS(random.nextInt(3) == 0 ? 0 : random.nextLong(HOUR));
        builder.unloadS(random.nextInt(3) == 0 ? 0 : random.nextLong(HOUR / 2));
        builder.family(random.nextBoolean() ? "PLA" : "PETG");
        for (Resource resource : resources) {
            if (isTool(resource) && random.nextInt(4) == 0) {
                builder.needs(resource.id(), 1 + random.nextInt(resource.capacity()));
            }
        }
        if (random.nextInt(4) == 0) {
            builder.earliestStartS(random.nextLong(50 * HOUR));
        }
        if (!earlier.isEmpty()) {
            addPrecedence(builder, earlier);
        }
        return builder.build();
    }

    private void addPrecedence(Operation.Builder builder, List<String> earlier) {
        String before = random.nextInt(3) == 0 ? earlier.get(random.nextInt(earlier.size())) : earlier.getLast();
        switch (random.nextInt(4)) {
            case 0 -> builder.after(before, random.nextLong(2 * HOUR), Precedence.UNLIMITED);
            case 1 -> builder.after(before, HOUR / 4, HOUR / 4 + random.nextLong(6 * HOUR));
            default -> builder.after(before);
        }
    }

    private List<Interval> down() {
        if (random.nextInt(3) > 0) {
            return List.of();
        }
        long start = random.nextLong(90 * HOUR);
        return List.of(new Interval(start, start + 1 + random.nextLong(10 * HOUR)));
    }

    /** Every day of ten weeks, with a break at noon for half of them. */
    private WorkCalendar shifts(int fromHour, int toHour) {
        boolean lunch = random.nextBoolean();
        List<Interval> open = new ArrayList<>();
        for (long day = 0; day < 70; day++) {
            if (day % 7 < 5) {
                long midnight = day * 24 * HOUR;
                if (lunch) {
                    open.add(new Interval(midnight + fromHour * HOUR, midnight + 12 * HOUR));
                    open.add(new Interval(midnight + 12 * HOUR + HOUR / 2, midnight + toHour * HOUR));
                } else {
                    open.add(new Interval(midnight + fromHour * HOUR, midnight + toHour * HOUR));
                }
            }
        }
        return WorkCalendar.of(open);
    }
}
