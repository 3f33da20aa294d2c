package org.millwright.factory.planning.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.millwright.factory.facility.Downtime;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineCosts;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.timetable.TimetablePlanner.Freedom;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.testing.SampleFactory;
import org.millwright.factory.testing.Seeds;
import org.millwright.processes.Equipment;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.millwright.scheduling.validation.TimetableValidator;

/** Whatever has happened on the floor, the timetable that follows from it breaks no rule. */
class TimetablePlannerTest {
    private static final FactoryId FACTORY = new FactoryId(new UUID(0, 1));
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    private long next;

    @Test
    void everyTimetableIsValidWhateverHasBegun() {
        Seeds.forEach(60, random -> {
            Floor floor = floor(random);
            List<BuildWork> builds = new ArrayList<>();
            List<OrderWork> orders = new ArrayList<>();
            List<MachineId> idle =
                    new ArrayList<>(floor.machines().stream().map(Machine::id).toList());
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                BuildWork build = build(random, floor, idle);
                builds.add(build);
                orders.add(order(random, build, floor));
            }
            for (Freedom freedom : Freedom.values()) {
                check(TimetablePlanner.plan(floor, builds, orders, freedom), builds);
            }
        });
    }

    private static void check(TimetablePlanner.Planned planned, List<BuildWork> builds) {
        Set<String> leftOut = new HashSet<>();
        planned.problem().operations().stream()
                .map(operation -> operation.id())
                .filter(id -> planned.timetable().findAssignment(id).isEmpty())
                .forEach(leftOut::add);
        assertThat(TimetableValidator.violations(planned.problem(), planned.timetable(), leftOut))
                .isEmpty();
        List<NewTimes> onMachines = planned.times().stream()
                .filter(times -> times.machine() != null)
                .toList();
        for (NewTimes one : onMachines) {
            for (NewTimes other : onMachines) {
                boolean overlap = one != other
                        && one.machine().equals(other.machine())
                        && one.start().isBefore(other.end())
                        && other.start().isBefore(one.end());
                assertThat(overlap).as("%s and %s", one, other).isFalse();
            }
        }
        for (BuildWork build : builds) {
            Instant before = Instant.EPOCH;
            for (Phase phase : build.phases()) {
                for (NewTimes times : planned.times()) {
                    if (times.operation().equals(phase.operation().id())) {
                        assertThat(times.start()).isAfterOrEqualTo(before);
                        before = times.end();
                    }
                }
            }
        }
    }

    private Floor floor(RandomGenerator random) {
        List<Machine> machines = new ArrayList<>();
        for (int number = 1; number <= random.nextInt(1, 4); number++) {
            machines.add(new Machine(
                    new MachineId(id()),
                    FACTORY,
                    number,
                    "Printer " + number,
                    "printer",
                    new Equipment("printer", 200, 200, 200, Map.of()),
                    URI.create("virtual:printer"),
                    new MachineCosts(SampleFactory.eur(1), 1, 1, SampleFactory.eur(0), 1, 0),
                    WeeklyHours.always(),
                    true));
        }
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < random.nextInt(1, 3); i++) {
            people.add(new Person(
                    new PersonId(id()),
                    FACTORY,
                    "P" + i,
                    "operator",
                    Set.of("printing"),
                    new WeeklyHours(random.nextBoolean() ? "Mon-Fri 08:00-17:00" : "Mon-Sat 06:00-14:00"),
                    false));
        }
        List<Downtime> down = random.nextInt(3) == 0
                ? List.of(new Downtime(
                        machines.getFirst().id(),
                        MONDAY,
                        random.nextBoolean() ? null : MONDAY.plusSeconds(9000),
                        "belt"))
                : List.of();
        return new Floor(MONDAY.plusSeconds(random.nextInt(0, 200_000)), ZoneOffset.UTC, machines, people, down);
    }

    /** How far it is: 0 nothing begun, 1 being prepared, 2 prepared, 3 running, 4 run ended, 5 being removed. */
    private BuildWork build(RandomGenerator random, Floor floor, List<MachineId> idle) {
        var build = new BuildId(id());
        int progress = idle.isEmpty() ? 0 : random.nextInt(0, 6);
        MachineId machine = progress == 0 ? null : idle.removeFirst();
        PersonId person = floor.people().getFirst().id();
        Instant start = floor.now().minusSeconds(random.nextInt(0, 40_000));
        List<Phase> phases = new ArrayList<>();
        StepKind[] kinds = {StepKind.PREPARE, StepKind.RUN, StepKind.REMOVE};
        for (int step = 0; step < 3; step++) {
            int done = 2 * step + 2;
            OperationState state = progress >= done
                    ? OperationState.DONE
                    : progress == done - 1 ? OperationState.STARTED : OperationState.PLANNED;
            boolean attended = step != 1;
            Duration work = Duration.ofSeconds(attended ? random.nextInt(60, 900) : random.nextInt(600, 40_000));
            Instant end = start.plus(work);
            if (state == OperationState.DONE && end.isAfter(floor.now())) {
                end = floor.now().isBefore(start) ? start : floor.now();
            }
            phases.add(new Phase(
                    operation(
                            build,
                            null,
                            kinds[step],
                            machine,
                            attended ? person : null,
                            start,
                            end,
                            attended,
                            state,
                            step),
                    work));
            start = end;
        }
        return new BuildWork(
                build,
                floor.machines().stream().map(Machine::id).toList(),
                random.nextBoolean() ? "pla" : "petg",
                phases,
                MONDAY.plus(Duration.ofDays(random.nextInt(1, 9))));
    }

    private OrderWork order(RandomGenerator random, BuildWork build, Floor floor) {
        var order = new WorkOrderId(id());
        List<Phase> phases = new ArrayList<>();
        StepKind[] kinds = {StepKind.INSPECT, StepKind.PACK};
        for (int step = 0; step < kinds.length; step++) {
            Duration work = Duration.ofSeconds(random.nextInt(60, step == 0 ? 60_000 : 3600));
            phases.add(new Phase(
                    operation(
                            null,
                            order,
                            kinds[step],
                            null,
                            null,
                            floor.now(),
                            floor.now(),
                            true,
                            OperationState.PLANNED,
                            step),
                    work));
        }
        return new OrderWork(order, Set.of(build.build()), phases, build.dueAt(), 1);
    }

    private PlannedOperation operation(
            @Nullable BuildId build,
            @Nullable WorkOrderId order,
            StepKind kind,
            @Nullable MachineId machine,
            @Nullable PersonId person,
            Instant start,
            Instant end,
            boolean attended,
            OperationState state,
            int sequence) {
        return new PlannedOperation(
                new OperationId(id()),
                FACTORY,
                kind.name().toLowerCase(Locale.ROOT),
                kind,
                build,
                order,
                machine,
                person,
                start,
                end,
                attended,
                "printing",
                state,
                sequence);
    }

    private UUID id() {
        return new UUID(7, ++next);
    }
}
