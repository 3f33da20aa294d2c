package org.millwright.factory.production.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.StoredEntry;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.JobState;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.ShopFloor;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * The program is killed before or after any commit or machine command of a run, and started again: the machine, which
 * outlives it, runs the job once, and every book is kept once.
 */
@FactoryTest(properties = "millwright.machine-patience=60s")
@Import({ShopFloor.class, MortalTransactions.class})
@Tag("slow")
class CrashTest {
    private static final int MOST_STEPS = 400;

    @Autowired
    private ShopFloor floor;

    @Autowired
    private Jobs jobs;

    @Autowired
    private WorkOrders workOrders;

    @Autowired
    private Lots lots;

    @Autowired
    private Journal journal;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void morning() {
        clock.set(TestClock.START);
    }

    @AfterEach
    void calm() {
        Boundaries.crashNever();
    }

    @Test
    void aKillAtAnyBoundaryLosesNothingAndDoublesNothing() {
        List<String> killedAt = new ArrayList<>();
        boolean reached = true;
        for (int boundary = 1; reached; boundary++) {
            clock.set(TestClock.START);
            ShopFloor.Place place = floor.open("mortal");
            WorkOrderId order = floor.print(place, 1);
            Boundaries.crashAt(boundary);
            List<String> kills = work(place, order, () -> {});
            reached = Boundaries.wasReached();
            Boundaries.crashNever();
            assertMadeOnce(place, order, "killed " + kills);
            killedAt.addAll(kills);
        }
        assertThat(killedAt).hasSizeGreaterThanOrEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before store",
                "after store",
                "before start",
                "after start",
                "before bed cleared",
                "after bed cleared"
            })
    void aKillBesideEachCommandToTheMachineLosesNothingAndDoublesNothing(String where) {
        ShopFloor.Place place = floor.open("mortal");
        WorkOrderId order = floor.print(place, 1);
        Boundaries.crashAt(where);
        assertThat(work(place, order, () -> {})).containsExactly(where);
        assertMadeOnce(place, order, "killed " + where);
    }

    @Test
    void aStormOfKillsLosesNothingAndDoublesNothing() {
        for (long seed = 1; seed <= 8; seed++) {
            clock.set(TestClock.START);
            var random = new Random(seed);
            ShopFloor.Place place = floor.open("mortal");
            WorkOrderId order = floor.print(place, 1);
            Boundaries.crashAt(1 + random.nextInt(8));
            List<String> kills = work(place, order, () -> Boundaries.crashAt(1 + random.nextInt(12)));
            Boundaries.crashNever();
            assertMadeOnce(place, order, "seed " + seed + ", killed " + kills);
        }
    }

    /** Works until the units are made and the machine is free, starting again after each kill; says where it was killed. */
    private List<String> work(ShopFloor.Place place, WorkOrderId order, Runnable afterKill) {
        List<String> kills = new ArrayList<>();
        for (int step = 0; step < MOST_STEPS && !done(place, order); step++) {
            try {
                floor.step(place, "prepare", "remove");
            } catch (Crash crash) {
                kills.add(crash.getMessage());
                floor.forgetEverything();
                jobs.reconcileAll();
                afterKill.run();
            }
        }
        return kills;
    }

    private boolean done(ShopFloor.Place place, WorkOrderId order) {
        return floor.states(order).stream().allMatch(state -> state == UnitState.MADE)
                && jobs.machineState(place.printer()).bedClear();
    }

    private void assertMadeOnce(ShopFloor.Place place, WorkOrderId order, String how) {
        BuildPlan build = workOrders.listBuildsOf(order).getFirst();
        assertThat(floor.states(order)).as(how).containsExactly(UnitState.MADE);
        assertThat(jobs.listJobs(place.id())).as(how).hasSize(1);
        Job job = jobs.findJob(build.id()).orElseThrow();
        assertThat(job.state()).as(how).isEqualTo(JobState.ENDED);
        assertThat(MortalDriver.STARTS.get(job.token())).as(how).isEqualTo(1);
        List<String> story = journal.listAbout(build.id().value()).stream()
                .map(StoredEntry::type)
                .toList();
        for (String once : List.of(
                "JobCreated",
                "JobStored",
                "JobStarting",
                "JobStarted",
                "JobEnded",
                "MaterialConsumed",
                "PreparationConfirmed")) {
            assertThat(story).as("%s, %s", how, once).containsOnlyOnce(once);
        }
        assertThat(lots.findReservation(build.id().value())).as(how).isEmpty();
        assertThat(lots.checkLedger(place.id()).faults()).as(how).isEmpty();
    }
}
