package org.millwright.factory.planning.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.millwright.factory.planning.WorkDemand;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.Workshop;
import org.millwright.factory.platform.live.Changes;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Every goal that rearranges work makes its own amount less, and what comes before it no more. */
@FactoryTest
@Import(Workshop.class)
class SearchGoalsTest {
    @Autowired
    private Plans plans;

    @Autowired
    private WorkOrders workOrders;

    @Autowired
    private Workshop workshop;

    @Autowired
    private Changes changes;

    @Autowired
    private TestClock clock;

    private Workshop.Place place;

    @BeforeEach
    void openWorkshop() {
        clock.set(TestClock.START);
        place = workshop.open(2);
        workshop.spool(place, 50_000);
    }

    @ParameterizedTest
    @EnumSource(
            value = SearchGoal.class,
            names = {"LATE_ORDERS", "SPAN", "RESERVE"})
    void whatIsFoundHasLessOfTheGoalAndIsKeptWithIt(SearchGoal goal) throws InterruptedException {
        orders();
        PlanSearch over = searchedUntilBetter(goal);
        assertThat(over.goal()).isEqualTo(goal);
        assertThat(over.best()).isLessThanOrEqualTo(over.before());
        if (over.bound() != null) {
            assertThat(over.bound()).isLessThanOrEqualTo(over.best());
        }
        assertThat(over.found() == null).isEqualTo(!over.better());
        if (over.found() != null) {
            Scenario found = plans.getScenario(over.found());
            assertThat(Objects.requireNonNull(found.search()).goal()).isEqualTo(goal);
            Consequences consequences = plans.look(found.id()).consequences();
            if (goal == SearchGoal.LATE_ORDERS) {
                assertThat(consequences.after().lateOrders())
                        .isLessThan(consequences.before().lateOrders());
            } else {
                assertThat(consequences.after().withoutPlace()).isZero();
            }
        }
    }

    private void orders() {
        for (int i = 0; i < 8; i++) {
            WorkDemand demand = workshop.printing(place, workshop.block(place, 60 + i, 60, 30), 3);
            workOrders.accept(new WorkDemand(
                    demand.factory(),
                    demand.reference(),
                    demand.orderNumber(),
                    demand.design(),
                    demand.process(),
                    demand.materialId(),
                    demand.quantity(),
                    demand.options(),
                    clock.instant().plus(Duration.ofHours(20 - i)),
                    1,
                    OPERATOR));
        }
        workOrders.plan(place.id());
    }

    private PlanSearch searchedUntilBetter(SearchGoal goal) throws InterruptedException {
        var over = new CountDownLatch(1);
        changes.listen(topics -> plans.findSearch(place.id()).ifPresent(search -> {
            if (!search.running()) {
                over.countDown();
            } else if (search.better() && !search.stopped()) {
                plans.stopSearch(place.id());
            }
        }));
        plans.search(place.id(), goal, OPERATOR);
        over.await(3, TimeUnit.SECONDS);
        plans.stopSearch(place.id());
        assertThat(over.await(30, TimeUnit.SECONDS)).as("the search ends").isTrue();
        return plans.findSearch(place.id()).orElseThrow();
    }
}
