package org.millwright.factory.planning.promising;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.Promise;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.examination.Examination;
import org.millwright.factory.planning.timetable.BuildWork;
import org.millwright.factory.planning.timetable.Floor;
import org.millwright.factory.planning.timetable.LiveTimetable;
import org.millwright.factory.planning.timetable.OrderWork;
import org.millwright.factory.planning.timetable.Phase;
import org.millwright.factory.planning.timetable.TimetableOffer;
import org.millwright.factory.planning.timetable.TimetableOffer.Answer;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.text.Saying;
import org.millwright.factory.platform.text.Saying.Moment;
import org.millwright.processes.ManufacturingProcess.Step;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.millwright.processes.ManufacturingProcess.StepScope;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.resource.WorkCalendar;

/**
 * When an order could be packed: its builds and steps are put into the gaps of the live timetable, of which nothing moves.
 * A pure function.
 */
public final class Promising {
    private static final long GRAIN_S = 30 * 60;

    private Promising() {}

    /** @param materialReason why the material has to come first; null when it is there */
    public static Promise promise(
            FactoryId factory,
            Examination examination,
            int quantity,
            LiveTimetable live,
            @Nullable Saying materialReason) {
        Floor floor = live.floor();
        if (!examination.makeable()) {
            return new Promise(null, Saying.of("promise.not-makeable", Map.of()), 0);
        }
        List<BuildWork> own = builds(factory, examination, quantity, floor.now());
        Set<BuildId> ownIds = own.stream().map(BuildWork::build).collect(Collectors.toSet());
        OrderWork order = new OrderWork(
                new WorkOrderId(new UUID(0, 0)),
                ownIds,
                steps(factory, examination, quantity, floor.now()),
                floor.now().plus(Floor.HORIZON),
                1);
        Answer answer = TimetableOffer.ask(live, own, order);
        Instant at = answer.completion() == null ? null : withSlack(answer.completion());
        Saying reason = materialReason == null ? reason(answer, floor) : materialReason;
        return new Promise(at, reason, own.size());
    }

    /** The next full half hour: nobody works to the minute, and a date that small delays break is no promise. */
    static Instant withSlack(Instant completion) {
        long seconds = completion.getEpochSecond();
        return Instant.ofEpochSecond(Math.ceilDiv(seconds, GRAIN_S) * GRAIN_S);
    }

    private static List<BuildWork> builds(FactoryId factory, Examination examination, int quantity, Instant now) {
        List<BuildWork> builds = new ArrayList<>();
        int left = quantity;
        while (left > 0) {
            int units = Math.min(left, examination.unitsPerBuild());
            left -= units;
            var id = new BuildId(new UUID(1, builds.size()));
            List<Phase> phases = new ArrayList<>();
            for (Step step : examination.steps()) {
                if (step.on() == StepScope.BUILD) {
                    Duration work = step.kind() == StepKind.RUN
                            ? examination.runTime(units)
                            : step.fixed().plus(step.perUnit().multipliedBy(units));
                    phases.add(phase(factory, step, work, phases.size(), id, null, now, 2 + builds.size()));
                }
            }
            builds.add(new BuildWork(
                    id,
                    examination.machines(),
                    examination.setup() == null
                            ? ""
                            : examination.setup().material().id(),
                    phases,
                    now.plus(Floor.HORIZON)));
        }
        return builds;
    }

    private static List<Phase> steps(FactoryId factory, Examination examination, int quantity, Instant now) {
        List<Phase> phases = new ArrayList<>();
        for (Step step : examination.steps()) {
            if (step.on() == StepScope.WORK_ORDER) {
                Duration work = step.fixed().plus(step.perUnit().multipliedBy(quantity));
                phases.add(phase(factory, step, work, phases.size(), null, new WorkOrderId(new UUID(0, 0)), now, 1));
            }
        }
        return phases;
    }

    private static Phase phase(
            FactoryId factory,
            Step step,
            Duration work,
            int sequence,
            @Nullable BuildId build,
            @Nullable WorkOrderId order,
            Instant now,
            int group) {
        return new Phase(
                new PlannedOperation(
                        new OperationId(new UUID(group, sequence)),
                        factory,
                        step.name(),
                        step.kind(),
                        build,
                        order,
                        null,
                        null,
                        now,
                        now,
                        step.attended(),
                        step.skill(),
                        OperationState.PLANNED,
                        sequence),
                work);
    }

    private static Saying reason(Answer answer, Floor floor) {
        if (answer.hopeless() != null) {
            return switch (answer.hopeless()) {
                case MACHINE -> Saying.of("promise.machine", Map.of());
                case PERSON -> Saying.of("promise.nobody", Map.of());
            };
        }
        if (answer.completion() == null) {
            return Saying.of("promise.unplannable", Map.of("days", Floor.HORIZON.toDays()));
        }
        BindingReason reason = answer.reason();
        if (reason == null || reason.kind() == BindingReason.Kind.NOW) {
            return Saying.of("promise.work", Map.of());
        }
        String key = switch (reason.kind()) {
            case MACHINE_BUSY -> "promise.machine-busy";
            case MACHINE_CLOSED -> "promise.machine-closed";
            case PERSON_NOT_AVAILABLE -> "promise.person";
            default -> "promise.work";
        };
        if (reason.untilS() == WorkCalendar.NEVER || key.equals("promise.work")) {
            return Saying.of("promise.work", Map.of());
        }
        Instant until = Instant.ofEpochSecond(reason.untilS()).truncatedTo(ChronoUnit.MINUTES);
        return Saying.of(key, Map.of("until", new Moment(until, floor.zone())));
    }
}
