package org.millwright.factory.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.planning.board.LateOrder;
import org.millwright.factory.planning.board.Plans;
import org.millwright.factory.planning.pass.Timetabling;
import org.millwright.factory.planning.store.TimetableStore;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.millwright.scheduling.model.Assignment;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A valid plan is in force before anybody looks for a better one, and what has begun by then stays where it began. Nothing
 * is committed, so that no listener plans meanwhile.
 */
@FactoryTest
@Import(Workshop.class)
@Transactional
class PublishingTwiceTest {
    @Autowired
    private Timetabling timetabling;

    @Autowired
    private TimetableStore timetables;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private WorkOrders workOrders;

    @Autowired
    private Plans plans;

    @Autowired
    private Factories factories;

    @Autowired
    private Workshop workshop;

    @Autowired
    private TestClock clock;

    private Workshop.Place place;

    @BeforeEach
    void planFourPlatesOnTwoPrinters() {
        clock.set(TestClock.START);
        place = workshop.open(2);
        workshop.stock(place);
        for (int order = 0; order < 4; order++) {
            workOrders.accept(workshop.printing(place, workshop.block(place, 150, 150, 10 + order), 1));
        }
        workOrders.plan(place.id());
    }

    @Test
    void aBreakdownThatMakesNobodyLateIsAnsweredOnce() {
        factories.markDown(
                place.printers().getFirst(), "belt torn", clock.instant().plus(Duration.ofHours(2)), OPERATOR);

        assertThat(atOnce()).isEmpty();
    }

    @Test
    void aBreakdownThatMakesOrdersLateIsAnsweredAtOnceAndThenSearchedOn() {
        place.printers()
                .forEach(printer ->
                        factories.markDown(printer, "no power", clock.instant().plus(Duration.ofDays(9)), OPERATOR));
        int before = version();

        Optional<List<Assignment>> places = atOnce();
        assertThat(places).isPresent();
        assertThat(version()).isEqualTo(before + 1);
        Duration first = lateness();
        assertThat(first).isPositive();
        assertThat(live())
                .allMatch(operation -> operation.build() == null
                        || operation.machine() == null
                        || !operation.start().isBefore(clock.instant().plus(Duration.ofDays(9))));

        improve(places.get());
        assertThat(lateness()).isLessThanOrEqualTo(first);
        for (int version = 1; version <= version(); version++) {
            assertThat(plans.replaysTheSame(place.id(), version))
                    .as("version %s", version)
                    .isTrue();
        }
    }

    /** Somebody begins a plate of the first plan before the second is there. */
    @Test
    void whatBeganByTheFirstPlanIsLeftWhereItBeganByTheSecond() {
        factories.markDown(
                place.printers().getFirst(), "belt torn", clock.instant().plus(Duration.ofDays(30)), OPERATOR);
        List<Assignment> was = atOnce().orElse(List.of());
        PlannedOperation begun = live().stream()
                .filter(operation -> operation.build() != null)
                .min(Comparator.comparing(PlannedOperation::start))
                .orElseThrow();
        clock.set(begun.start());
        workOrders.start(begun.id(), place.operator(), begun.machine(), begun.start(), OPERATOR);
        Map<OperationId, Integer> starts = new HashMap<>();

        improve(was);

        workOrders.timetable(place.id()).stream()
                .filter(operation -> operation.state() == OperationState.STARTED)
                .forEach(operation -> starts.merge(operation.id(), 1, Integer::sum));
        assertThat(starts).containsExactly(Map.entry(begun.id(), 1));
        PlannedOperation after = workOrders.getOperation(begun.id());
        assertThat(after.machine()).isEqualTo(begun.machine());
        assertThat(after.start()).isEqualTo(begun.start());
    }

    /** Another breakdown is answered between the two plans: its better plan is not undone by the search for the first. */
    @Test
    void aSearchFromOlderPlacesNeverUndoesABetterPlan() {
        List<Assignment> late = new ArrayList<>();
        place.printers()
                .forEach(printer ->
                        factories.markDown(printer, "no power", clock.instant().plus(Duration.ofDays(9)), OPERATOR));
        atOnce().ifPresent(late::addAll);
        place.printers().forEach(printer -> factories.markUp(printer, OPERATOR));
        workOrders.plan(place.id());
        Duration inForce = lateness();

        improve(late);
        assertThat(lateness()).isLessThanOrEqualTo(inForce);
    }

    private Optional<List<Assignment>> atOnce() {
        Optional<List<Assignment>> places = transaction.execute(status -> {
            timetables.lock(place.id());
            return timetabling.retimeAtOnce(place.id(), "MachineWentDown");
        });
        return places == null ? Optional.empty() : places;
    }

    private void improve(List<Assignment> before) {
        transaction.executeWithoutResult(status -> {
            timetables.lock(place.id());
            timetabling.improve(place.id(), "PlanImproved", before);
        });
    }

    private List<PlannedOperation> live() {
        return workOrders.timetable(place.id()).stream()
                .filter(operation -> operation.state().live())
                .toList();
    }

    private int version() {
        return timetables.findVersion(place.id()).orElseThrow();
    }

    private Duration lateness() {
        return plans.listLate(place.id()).stream().map(LateOrder::by).reduce(Duration.ZERO, Duration::plus);
    }
}
