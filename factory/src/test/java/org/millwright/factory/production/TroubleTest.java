package org.millwright.factory.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millwright.factory.production.ShopFloor.ADA;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskResult;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.millwright.machines.virtual.VirtualMachines;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Faults, stops, silence, scrap, and starts that are refused. */
@FactoryTest
@Import(ShopFloor.class)
class TroubleTest {
    @Autowired
    private ShopFloor floor;

    @Autowired
    private Jobs jobs;

    @Autowired
    private WorkOrders workOrders;

    @Autowired
    private Lots lots;

    @Autowired
    private Factories factories;

    @Autowired
    private TestClock clock;

    private ShopFloor.Place place;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        place = floor.open();
    }

    @Test
    void aFaultInterruptsTheJobBooksWhatRanAndAsksForTheMachineToBeEmptied() {
        WorkOrderId order = floor.print(place, 2);
        BuildPlan build = workOrders.listBuildsOf(order).getFirst();
        floor.does(place, "prepare");
        jobs.tick(place.id());
        floor.virtual(place.printer()).fault("JAM", "filament is stuck", 0.5);
        Job job = floor.runToEnd(place, place.printer());

        assertThat(job.state()).isEqualTo(JobState.INTERRUPTED);
        assertThat(job.fault()).isEqualTo("JAM: filament is stuck");
        assertThat(floor.states(order)).containsOnly(UnitState.SUSPECT);
        assertThat(workOrders.getBuild(build.id()).state()).isEqualTo(BuildState.FAILED);
        assertThat(lots.listLots(place.id()).getFirst().onHand()).isLessThan(1_000_000);
        assertThat(lots.checkLedger(place.id()).balanced()).isTrue();

        WorkOrderId next = floor.print(place, 1);
        floor.does(place, Task.CLEAR);
        floor.does(place, "prepare");
        assertThat(floor.runToEnd(place, place.printer()).state()).isEqualTo(JobState.ENDED);
        floor.does(place, "remove");
        assertThat(floor.states(next)).containsOnly(UnitState.MADE);
    }

    @Test
    void aStoppedJobIsAbortedOnceTheMachineSaysSo() {
        WorkOrderId order = floor.print(place, 1);
        floor.does(place, "prepare");
        jobs.tick(place.id());
        clock.advance(Duration.ofMinutes(5));
        jobs.tick(place.id());
        Job job = jobs.findActiveJob(place.printer()).orElseThrow();
        assertThat(job.state()).isEqualTo(JobState.RUNNING);

        jobs.stop(job.id(), "wrong colour", ADA);

        assertThat(jobs.getJob(job.id()).state()).isEqualTo(JobState.ABORTED);
        assertThat(jobs.getJob(job.id()).fault()).contains("wrong colour");
        assertThat(floor.states(order)).containsOnly(UnitState.SUSPECT);
        assertThatThrownBy(() -> jobs.stop(job.id(), "again", ADA))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("job-over"));
    }

    @Test
    void aMachineThatForgotARunningJobLeavesItsUnitsSuspect() {
        WorkOrderId order = floor.print(place, 1);
        floor.does(place, "prepare");
        jobs.tick(place.id());
        clock.advance(Duration.ofMinutes(5));
        jobs.tick(place.id());
        Job job = jobs.findActiveJob(place.printer()).orElseThrow();

        VirtualMachines.remove("printer/" + place.printer());
        floor.forgetEverything();
        assertThat(jobs.reconcileAll()).isPositive();

        assertThat(jobs.getJob(job.id()).state()).isEqualTo(JobState.INTERRUPTED);
        assertThat(jobs.getJob(job.id()).fault()).startsWith("LOST");
        assertThat(floor.states(order)).containsOnly(UnitState.SUSPECT);
    }

    @Test
    void scrapAtTheMachineIsLostAndTheRestGoesOn() {
        WorkOrderId order = floor.print(place, 3);
        floor.does(place, "prepare");
        floor.runToEnd(place, place.printer());
        jobs.tick(place.id());
        Task remove = floor.task(place, "remove");
        jobs.startTask(remove.id(), place.ada(), ADA);
        var broken = workOrders.listUnits(order).getFirst().id();
        assertThatThrownBy(() -> jobs.finishTask(remove.id(), new TaskResult(5, Map.of(broken, "warped")), ADA))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("task-count-wrong"));
        jobs.finishTask(remove.id(), new TaskResult(2, Map.of(broken, "warped")), ADA);
        jobs.finishTask(remove.id(), new TaskResult(2, Map.of(broken, "warped")), ADA);

        assertThat(floor.states(order)).containsExactlyInAnyOrder(UnitState.SCRAPPED, UnitState.MADE, UnitState.MADE);
        floor.does(place, "finish");
        floor.does(place, "inspect");
        floor.does(place, "pack");
        assertThat(floor.states(order))
                .containsExactlyInAnyOrder(UnitState.SCRAPPED, UnitState.PACKED, UnitState.PACKED);
    }

    @Test
    void nobodyUnqualifiedOrOffShiftStartsATask() {
        floor.print(place, 1);
        jobs.tick(place.id());
        Task prepare = floor.task(place, "prepare");

        assertThat(unmet(prepare)).containsExactly("operator-qualified");
        clock.set(TestClock.START.plus(Duration.ofHours(12)));
        assertThat(jobs.permit(prepare.id(), place.ada()).listUnmet())
                .extracting(Permit.Unmet::condition)
                .containsExactly("operator-qualified");
        assertThatThrownBy(() -> jobs.startTask(prepare.id(), place.ada(), ADA))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("start-refused");
                    assertThat(problem.detail()).contains("operator-qualified");
                });
    }

    private List<String> unmet(Task task) {
        return jobs.permit(task.id(), place.bert()).listUnmet().stream()
                .map(Permit.Unmet::condition)
                .toList();
    }

    @Test
    void anotherLotThanTheReservedOneIsRefused() {
        floor.print(place, 1);
        jobs.tick(place.id());
        Task prepare = floor.task(place, "prepare");
        jobs.startTask(prepare.id(), place.ada(), ADA);
        var other = lots.receiveSpool(place.id(), "pla", 500, "SPOOL-2", "Filament Ltd", ADA);

        assertThatThrownBy(() -> jobs.confirmPreparation(prepare.id(), other.id(), ADA))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("lot-not-reserved"));
        assertThatThrownBy(() -> jobs.finishTask(prepare.id(), TaskResult.ALL_GOOD, ADA))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("preparation-unconfirmed"));
    }

    @Test
    void aQuarantinedLotKeepsAPreparedMachineFromStarting() {
        WorkOrderId order = floor.print(place, 1);
        BuildPlan build = workOrders.listBuildsOf(order).getFirst();
        floor.does(place, "prepare");
        var lot = lots.findReservation(build.id().value()).orElseThrow().lot();
        lots.quarantine(lot, "wet", ADA);
        jobs.tick(place.id());
        assertThat(jobs.findActiveJob(place.printer())).isEmpty();

        lots.endQuarantine(lot, "dried", ADA);
        jobs.tick(place.id());
        assertThat(jobs.findActiveJob(place.printer())).isPresent();
    }

    @Test
    void aMachineOutOfServiceStartsNothing() {
        floor.print(place, 1);
        floor.does(place, "prepare");
        factories.markDown(place.printer(), "nozzle worn", null, ADA);
        jobs.tick(place.id());
        assertThat(jobs.findActiveJob(place.printer())).isEmpty();

        factories.markUp(place.printer(), ADA);
        jobs.tick(place.id());
        assertThat(jobs.findActiveJob(place.printer())).isPresent();
    }
}
