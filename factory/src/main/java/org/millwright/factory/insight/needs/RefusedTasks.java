package org.millwright.factory.insight.needs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Person;
import org.millwright.factory.insight.Need;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.text.Texts;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.Permit;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskState;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tasks that should have been started and may not: asks their permits why. */
@Component
class RefusedTasks {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int MOST = 5;

    private final Jobs jobs;
    private final WorkOrders workOrders;
    private final Factories factories;
    private final Texts texts;
    private final InstantSource time;

    RefusedTasks(Jobs jobs, WorkOrders workOrders, Factories factories, Texts texts, InstantSource time) {
        this.jobs = jobs;
        this.workOrders = workOrders;
        this.factories = factories;
        this.texts = texts;
        this.time = time;
    }

    List<Need> list(FactoryId factory, List<PlannedOperation> timetable, List<WorkOrder> openWork, HeldOrders held) {
        Map<OperationId, PlannedOperation> planned = new HashMap<>();
        timetable.forEach(operation -> planned.put(operation.id(), operation));
        Instant now = time.instant();
        List<Task> overdue = jobs.listOpenTasks(factory).stream()
                .filter(task ->
                        task.state() == TaskState.OPEN && task.openedAt().isBefore(now.minus(PATIENCE)))
                .filter(task -> Optional.ofNullable(planned.get(task.operation()))
                        .filter(operation -> !operation.start().isAfter(now))
                        .isPresent())
                .sorted(Comparator.comparing(Task::openedAt))
                .limit(MOST)
                .toList();
        List<Person> people = factories.listPeople(factory);
        List<Need> needs = new ArrayList<>();
        for (Task task : overdue) {
            // Whoever is at home today is no reason when a colleague could begin.
            people.stream()
                    .filter(person -> person.skills().contains(task.skill()))
                    .map(person -> jobs.permit(task.id(), person.id()))
                    .min(Comparator.comparingInt(permit -> permit.listUnmet().size()))
                    .filter(permit -> !permit.isGranted())
                    .ifPresent(permit -> needs.add(held.need(
                            Need.Kind.REFUSED,
                            Map.of("step", word(task.step()), "reason", reason(permit)),
                            "/floor#task-" + task.id(),
                            held.ofOperations(
                                    List.of(planned.get(task.operation())),
                                    workOrders.listOrdersOnOpenBuilds(factory),
                                    openWork))));
        }
        return needs;
    }

    private String word(String step) {
        return texts.text("step." + step, Map.of(), LocaleContextHolder.getLocale());
    }

    private String reason(Permit permit) {
        Locale locale = LocaleContextHolder.getLocale();
        return permit.listUnmet().stream()
                .map(unmet -> texts.text("condition." + unmet.condition(), unmet.args(), locale))
                .collect(Collectors.joining("; "));
    }
}
