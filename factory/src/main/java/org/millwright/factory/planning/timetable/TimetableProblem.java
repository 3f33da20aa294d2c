package org.millwright.factory.planning.timetable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.Person;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Lock;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.model.resource.WorkCalendar;

/**
 * The factory's work in the words of the scheduling engine: a build is one operation with attended setup, run and attended
 * unload on one of its machines; each later step of a work order is bench work after all builds that hold its units. What
 * has begun is fixed where it is. A pure function.
 *
 * @param problem what the engine solves
 * @param hopeless work that no machine or nobody could ever do, by engine id of build or work order; it is left out
 */
public record TimetableProblem(ScheduleProblem problem, Map<String, Hopeless> hopeless) {
    /** Longer bench work is cut into parts that fit a shift. */
    static final Duration LONGEST_PART = Duration.ofHours(2);

    /** What is missing for a piece of work. */
    public enum Hopeless {
        MACHINE,
        PERSON
    }

    /** Puts all work that is not over into one problem. */
    public static TimetableProblem of(Floor floor, List<BuildWork> builds, List<OrderWork> orders) {
        return new Assembly(floor, builds, orders).problem();
    }

    /** Collects the parts of one problem. */
    private static final class Assembly {
        private final Floor floor;
        private final List<BuildWork> builds;
        private final List<OrderWork> orders;
        private final Map<String, Resource> resources = new LinkedHashMap<>();
        private final List<Job> jobs = new ArrayList<>();
        private final List<Operation> operations = new ArrayList<>();
        private final Map<String, Hopeless> hopeless = new HashMap<>();
        private final FixedWork fixed;

        Assembly(Floor floor, List<BuildWork> builds, List<OrderWork> orders) {
            this.floor = floor;
            this.builds = builds;
            this.orders = orders;
            for (Machine machine : floor.machines()) {
                resources.put(
                        machine.id().toString(), Resource.machine(machine.id().toString(), floor.calendar(machine)));
            }
            Set<String> pairs = skillPairs();
            for (Person person : floor.people()) {
                Set<String> skills = new TreeSet<>(person.skills());
                pairs.stream()
                        .filter(pair -> person.skills().containsAll(List.of(pair.split("\\+"))))
                        .forEach(skills::add);
                resources.put(
                        person.id().toString(),
                        Resource.person(person.id().toString(), floor.calendar(person), skills));
            }
            fixed = new FixedWork(floor.now(), resources);
        }

        TimetableProblem problem() {
            builds.stream().filter(BuildWork::begun).forEach(this::addBegun);
            builds.stream().filter(build -> !build.begun()).forEach(this::addFree);
            orders.forEach(this::addOrder);
            var problem = new ScheduleProblem(
                    Seconds.up(floor.now()),
                    List.copyOf(resources.values()),
                    jobs,
                    operations,
                    List.copyOf(fixed.assignments()));
            return new TimetableProblem(problem, Map.copyOf(hopeless));
        }

        private void addBegun(BuildWork build) {
            Assignment assignment = fixed.of(build);
            keepResource(assignment.machineId());
            var operation = Operation.of(build.engineId(), job(build))
                    .on(String.valueOf(assignment.machineId()), assignment.runEndS() - assignment.runStartS())
                    .setupS(assignment.runStartS() - assignment.setupStartS())
                    .unloadS(assignment.endS() - assignment.unloadStartS())
                    .skill(skill(build))
                    .family(build.family())
                    .lock(Lock.RUNNING);
            operations.add((runAttended(build) ? operation.runAttended() : operation).build());
        }

        private static boolean runAttended(BuildWork build) {
            return build.find(StepKind.RUN)
                    .map(run -> run.operation().attended())
                    .orElse(false);
        }

        /** A machine may have gone out of service while something still runs on it. */
        private void keepResource(@Nullable String machine) {
            if (machine != null) {
                resources.computeIfAbsent(machine, id -> Resource.machine(id, WorkCalendar.always()));
            }
        }

        private void addFree(BuildWork build) {
            long setupS = workS(build, StepKind.PREPARE);
            long runS = workS(build, StepKind.RUN);
            long unloadS = workS(build, StepKind.REMOVE);
            boolean attended = runAttended(build);
            String skill = skill(build);
            long now = Seconds.up(floor.now());
            List<MachineId> able = build.machines().stream()
                    .filter(machine -> able(machine, now, setupS + runS))
                    .toList();
            if (able.isEmpty()) {
                hopeless.put(build.engineId(), Hopeless.MACHINE);
                return;
            }
            long startS = setupS + (attended ? runS : 0);
            if (skill != null && (!somebody(skill, now, startS) || !somebody(skill, now, unloadS))) {
                hopeless.put(build.engineId(), Hopeless.PERSON);
                return;
            }
            var operation = Operation.of(build.engineId(), job(build))
                    .setupS(setupS)
                    .unloadS(unloadS)
                    .skill(skill)
                    .family(build.family());
            able.forEach(machine -> operation.on(machine.toString(), runS));
            operations.add((attended ? operation.runAttended() : operation).build());
        }

        private boolean able(MachineId machine, long now, long workS) {
            Resource resource = resources.get(machine.toString());
            return resource != null
                    && !floor.lost(machine)
                    && resource.available().earliestStart(now, workS) != WorkCalendar.NEVER;
        }

        private boolean somebody(String skill, long now, long workS) {
            return workS == 0
                    || resources.values().stream()
                            .filter(resource -> resource.skills().contains(skill))
                            .anyMatch(person -> person.available().earliestStart(now, workS) != WorkCalendar.NEVER);
        }

        private void addOrder(OrderWork order) {
            List<Phase> open =
                    order.phases().stream().filter(phase -> !phase.done()).toList();
            if (open.isEmpty()) {
                return;
            }
            long now = Seconds.up(floor.now());
            for (Phase phase : open) {
                String skill = benchSkill(phase);
                if (!phase.started() && skill != null && !somebody(skill, now, Seconds.up(partOf(phase.work())))) {
                    hopeless.put(order.engineId(), Hopeless.PERSON);
                    return;
                }
            }
            jobs.add(new Job(
                    order.engineId(),
                    Long.MIN_VALUE / 4,
                    Seconds.down(order.dueAt()),
                    (int) Math.clamp(Math.round(order.weight() * 10), 1, 10_000),
                    null));
            List<String> before = order.builds().stream()
                    .map(build -> "build " + build)
                    .filter(id -> !hopeless.containsKey(id))
                    .filter(id ->
                            builds.stream().anyMatch(build -> build.engineId().equals(id)))
                    .sorted()
                    .toList();
            for (Phase phase : open) {
                before = List.of(addPhase(order, phase, before));
            }
        }

        /** Answers the engine id of its last part. */
        private String addPhase(OrderWork order, Phase phase, List<String> before) {
            if (phase.started()) {
                Assignment assignment = fixed.of(phase);
                operations.add(after(Operation.of(assignment.operationId(), order.engineId()), before)
                        .bench(assignment.endS() - assignment.setupStartS())
                        .runAttended()
                        .skill(benchSkill(phase))
                        .lock(Lock.RUNNING)
                        .build());
                return assignment.operationId();
            }
            int parts = partsOf(phase.work());
            long partS = Seconds.up(phase.work().dividedBy(parts));
            List<String> previous = before;
            for (int part = 0; part < parts; part++) {
                String id = engineId(phase, part);
                var operation =
                        after(Operation.of(id, order.engineId()), previous).bench(partS);
                if (phase.operation().attended()) {
                    operation.runAttended().skill(benchSkill(phase));
                }
                operations.add(operation.build());
                previous = List.of(id);
            }
            return previous.getFirst();
        }

        private static Operation.Builder after(Operation.Builder operation, List<String> before) {
            before.forEach(operation::after);
            return operation;
        }

        private String job(BuildWork build) {
            jobs.add(new Job(build.engineId(), Long.MIN_VALUE / 4, Seconds.down(build.dueAt()), 1, null));
            return build.engineId();
        }

        private Set<String> skillPairs() {
            Set<String> pairs = new TreeSet<>();
            for (BuildWork build : builds) {
                String skill = skill(build);
                if (skill != null && skill.contains("+")) {
                    pairs.add(skill);
                }
            }
            return pairs;
        }
    }

    static String engineId(Phase phase, int part) {
        return phase.operation().id() + "/" + part;
    }

    static int partsOf(Duration work) {
        return Math.max(1, Math.toIntExact(Math.ceilDiv(Seconds.up(work), LONGEST_PART.toSeconds())));
    }

    private static Duration partOf(Duration work) {
        return work.dividedBy(partsOf(work));
    }

    private static @Nullable String benchSkill(Phase phase) {
        return phase.operation().attended() ? phase.operation().skill() : null;
    }

    private static long workS(BuildWork build, StepKind kind) {
        return build.find(kind).map(phase -> Seconds.up(phase.work())).orElse(0L);
    }

    /** The engine knows one skill per operation; who needs two gets both in one name. */
    static @Nullable String skill(BuildWork build) {
        Set<String> skills = new TreeSet<>();
        for (Phase phase : build.phases()) {
            if (phase.operation().attended()) {
                skills.add(phase.operation().skill());
            }
        }
        return Optional.of(String.join("+", skills))
                .filter(joined -> !joined.isEmpty())
                .orElse(null);
    }
}
