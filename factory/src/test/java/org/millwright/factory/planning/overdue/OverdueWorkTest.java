package org.millwright.factory.planning.overdue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.planning.Diff;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.Workshop;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Work that nobody begins does not stay on the timetable where it can no longer be. */
@FactoryTest
@Import(Workshop.class)
class OverdueWorkTest {
    @Autowired
    private OverdueWork overdue;

    @Autowired
    private WorkOrders workOrders;

    @Autowired
    private Workshop workshop;

    @Autowired
    private TestClock clock;

    private Workshop.Place place;

    @BeforeEach
    void openWorkshop() {
        clock.set(TestClock.START);
        place = workshop.open(1);
        workshop.stock(place);
    }

    @Test
    void workThatNobodyBeganMovesOnWithEverythingAfterIt() {
        WorkOrderId order = planned();
        List<PlannedOperation> plate = plateOf(order);
        Instant promised = workOrders.listOperationsOf(order).getLast().end();
        Instant now = plate.getFirst().start().plus(Duration.ofMinutes(95));
        clock.set(now);

        Diff diff = overdue.move(place.id()).orElseThrow();

        assertThat(diff.cause()).isEqualTo("WorkOverdue");
        assertThat(plateOf(order)).allSatisfy(phase -> assertThat(phase.start()).isAfterOrEqualTo(now));
        assertThat(workOrders.listOperationsOf(order).getLast().end()).isAfter(promised);
    }

    @Test
    void workOfAFinishedDayMovesToTheNextWorkingMorning() {
        WorkOrderId order = planned();
        Instant fridayNight = Instant.parse("2026-01-09T21:00:00Z");
        assertThat(plateOf(order).getFirst().start()).isBefore(fridayNight);
        clock.set(fridayNight);

        overdue.move(place.id());

        assertThat(plateOf(order).getFirst().start()).isEqualTo(Instant.parse("2026-01-12T07:00:00Z"));
    }

    @Test
    void aPlateThatWaitsToBeEmptiedMovesOnToo() {
        WorkOrderId order = planned();
        List<PlannedOperation> plate = plateOf(order);
        for (PlannedOperation phase : plate.subList(0, 2)) {
            workOrders.start(phase.id(), phase.person(), phase.machine(), clock.instant(), OPERATOR);
            clock.advance(Duration.ofMinutes(5));
            workOrders.finish(phase.id(), clock.instant(), OPERATOR);
        }
        Instant planned = plateOf(order).getLast().start();
        clock.set(planned.plus(Duration.ofMinutes(40)));

        overdue.move(place.id());

        assertThat(plateOf(order).getLast().start()).isAfterOrEqualTo(planned.plus(Duration.ofMinutes(40)));
    }

    @Test
    void aFewMinutesAreNothing() {
        WorkOrderId order = planned();
        List<PlannedOperation> planned = plateOf(order);
        clock.set(planned.getFirst().start().plus(Duration.ofMinutes(10)));

        assertThat(overdue.exists(place.id())).isFalse();
        assertThat(overdue.move(place.id())).isEmpty();
        assertThat(plateOf(order)).isEqualTo(planned);
    }

    @Test
    void whatWasMovedIsNotOverdueAnyMore() {
        WorkOrderId order = planned();
        clock.set(plateOf(order).getFirst().start().plus(Duration.ofHours(2)));
        overdue.move(place.id());

        assertThat(overdue.exists(place.id())).isFalse();
    }

    private WorkOrderId planned() {
        WorkOrderId order = workOrders.accept(workshop.printing(place, workshop.block(place, 20, 20, 10), 1));
        workOrders.plan(place.id());
        return order;
    }

    private List<PlannedOperation> plateOf(WorkOrderId order) {
        BuildId build = workOrders.listBuildsOf(order).getFirst().id();
        return workOrders.listOperationsOf(build);
    }
}
