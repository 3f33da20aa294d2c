package org.millwright.factory.planning.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.millwright.factory.facility.energy.EnergyDay;
import org.millwright.factory.facility.energy.EnergyDays;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkDemand;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.Workshop;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.timetable.TimetablePlanner;
import org.millwright.factory.planning.timetable.TimetablePlanner.Planned;
import org.millwright.factory.planning.trial.LivePlan;
import org.millwright.factory.planning.trial.LivePlans;
import org.millwright.factory.platform.live.Changes;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.millwright.scheduling.Budget;
import org.millwright.scheduling.Scheduling;
import org.millwright.scheduling.Solution;
import org.millwright.scheduling.model.ScheduleProblem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Searches for better plans: they tell how they get on, stop when asked, and change nothing by themselves. */
@FactoryTest
@Import(Workshop.class)
class PlanSearchTest {
    @Autowired
    private Plans plans;

    @Autowired
    private WorkOrders workOrders;

    @Autowired
    private LivePlans livePlans;

    @Autowired
    private EnergyDays energyDays;

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

    @Test
    void aSearchThatIsStoppedEndsAndKeepsWhatItFound() throws InterruptedException {
        lateOrders();
        var before = workOrders.timetable(place.id());
        PlanSearch over = searched(SearchGoal.LATENESS, true);
        assertThat(over.stopped()).isTrue();
        assertThat(over.best()).isLessThanOrEqualTo(over.before());
        assertThat(over.bound()).isNotNull().isLessThanOrEqualTo(over.best());
        assertThat(over.found() == null).isEqualTo(!over.better());
        assertThat(workOrders.timetable(place.id())).isEqualTo(before);
    }

    @Test
    void aSearchThatFoundSomethingIsRepeatedFromItsSeedAndSteps() throws InterruptedException {
        needlesslyLateOrder();
        LivePlan live = livePlans.get(place.id());
        Scenario found = foundBy(SearchGoal.LATENESS);
        Scenario.Search search = Objects.requireNonNull(found.search());
        assertThat(search.steps()).isPositive();
        Planned planned = TimetablePlanner.plan(live.asItIs());
        ScheduleProblem problem = TimetablePlanner.frozen(planned.problem(), planned.timetable());
        Solution again = Scheduling.solve(problem, Budget.ofSteps(search.steps()), search.seed());
        assertThat(again.timetable().assignments()).isEqualTo(found.found());
    }

    @ParameterizedTest
    @EnumSource(
            value = SearchGoal.class,
            names = {"LATENESS", "LATE_ORDERS", "SPAN", "RESERVE"})
    void whatIsFoundHelpsAnOrderThatWasLateForNoReasonWhateverTheGoal(SearchGoal goal) throws InterruptedException {
        needlesslyLateOrder();
        Scenario found = foundBy(goal);
        assertThat(Objects.requireNonNull(found.search()).goal()).isEqualTo(goal);
        Consequences consequences = plans.look(found.id()).consequences();
        assertThat(consequences.before().lateOrders()).isOne();
        assertThat(consequences.after().lateOrders()).isZero();
        assertThat(consequences.after().lateness())
                .isLessThan(consequences.before().lateness());
        assertThat(consequences.after().withoutPlace()).isZero();
    }

    @Test
    void nothingIsSearchedForWhenNoOrderIsLate() throws InterruptedException {
        workOrders.accept(workshop.printing(place, workshop.block(place, 30, 30, 10), 2));
        workOrders.plan(place.id());
        PlanSearch over = searched(SearchGoal.LATENESS, false);
        assertThat(over.before()).isZero();
        assertThat(over.gap()).isZero();
        assertThat(over.found()).isNull();
    }

    @Test
    void runsBeginInCheaperHoursAndNobodyGetsLate() throws InterruptedException {
        List<Double> prices = new ArrayList<>(Collections.nCopies(EnergyDay.HOURS, 40.0));
        for (int hour = 14; hour < 20; hour++) {
            prices.set(hour, 10.0);
        }
        energyDays.save(
                place.id(), new EnergyDay(prices, Collections.nCopies(EnergyDay.HOURS, 300.0), "test"), OPERATOR);
        WorkOrderId order = workOrders.accept(workshop.printing(place, workshop.block(place, 30, 30, 10), 1));
        workOrders.plan(place.id());
        Instant planned = runStart(order);

        PlanSearch over = searched(SearchGoal.COST, false);
        assertThat(over.better()).isTrue();
        assertThat(over.points()).hasSizeGreaterThan(1);
        ScenarioView view = plans.look(Objects.requireNonNull(over.found()));
        PlanFigures was = view.consequences().before();
        PlanFigures is = view.consequences().after();
        assertThat(is.energy().costMinor()).isLessThan(was.energy().costMinor() / 2);
        assertThat(is.energy().kwh()).isEqualTo(was.energy().kwh());
        assertThat(is.lateOrders()).isZero();
        assertThat(runStart(order)).isEqualTo(planned);

        plans.adopt(view.scenario().id(), view.digest(), OPERATOR);
        assertThat(runStart(order)).isAfter(planned);
        assertThat(runStart(order).atZone(ZoneId.of("Europe/Berlin")).getHour()).isBetween(13, 19);
    }

    private Instant runStart(WorkOrderId order) {
        return workOrders
                .listOperationsOf(workOrders.listBuildsOf(order).getFirst().id())
                .stream()
                .filter(operation -> operation.kind() == StepKind.RUN)
                .findFirst()
                .orElseThrow()
                .start();
    }

    /** A build that was put off for no reason, so that there is something to be found whatever else is planned. */
    private void needlesslyLateOrder() {
        WorkOrderId order = workOrders.accept(workshop.printing(place, workshop.block(place, 30, 30, 10), 2));
        workOrders.plan(place.id());
        BuildPlan build = workOrders.listBuildsOf(order).getFirst();
        var bar = new BarId(BarId.Kind.BUILD, build.id().value());
        PlannedOperation first = workOrders.listOperationsOf(build.id()).getFirst();
        var stands = new BarPlace(first.machine(), first.start());
        var later = new BarPlace(first.machine(), first.start().plus(Duration.ofDays(20)));
        plans.move(place.id(), bar, later, stands, OPERATOR);
        plans.unpin(place.id(), bar, OPERATOR);
    }

    /** More than two printers can make before it is due. */
    private void lateOrders() {
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

    /** What a search finds that is stopped as soon as it has found something better. */
    private Scenario foundBy(SearchGoal goal) throws InterruptedException {
        changes.listen(topics -> {
            if (plans.findSearch(place.id())
                    .filter(search -> search.running() && !search.stopped() && search.better())
                    .isPresent()) {
                plans.stopSearch(place.id());
            }
        });
        PlanSearch over = searched(goal, false);
        assertThat(over.goal()).isEqualTo(goal);
        assertThat(over.best()).isLessThan(over.before());
        return plans.getScenario(Objects.requireNonNull(over.found(), "The search found nothing better."));
    }

    private PlanSearch searched(SearchGoal goal, boolean stop) throws InterruptedException {
        var over = new CountDownLatch(1);
        changes.listen(topics -> {
            if (plans.findSearch(place.id()).filter(search -> !search.running()).isPresent()) {
                over.countDown();
            }
        });
        plans.search(place.id(), goal, OPERATOR);
        if (stop) {
            plans.stopSearch(place.id());
        }
        assertThat(over.await(30, TimeUnit.SECONDS)).as("the search ends").isTrue();
        return plans.findSearch(place.id()).orElseThrow();
    }
}
