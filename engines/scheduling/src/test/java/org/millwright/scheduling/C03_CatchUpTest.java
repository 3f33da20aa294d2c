package org.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.model.resource.WorkCalendar;
import org.millwright.scheduling.validation.TimetableValidator;

/** A mill that is full for four days: an hour's work after the other, each due when it ends. */
class C03_CatchUpTest {
    private static final long HOUR = 3600;
    private static final int JOBS = 100;
    private static final int URGENT = 5;

    @Test
    void workOfWeightThatABreakdownThrewBackTakesThePlaceOfLighterWork() {
        ScheduleProblem broken = mill(URGENT, 50);
        Repair repair = Scheduling.repair(broken, planned(), 1);
        assertThat(TimetableValidator.violations(broken, repair.timetable())).isEmpty();
        assertThat(repair.timetable().getAssignment("o" + URGENT).endS()).isLessThan((URGENT + 24) * HOUR);
        assertThat(repair.diff().moved()).hasSizeBetween(2, 1 + JOBS * 3 / 100);
    }

    @Test
    void workNoHeavierThanTheRestGoesWhereThereIsRoom() {
        Repair repair = Scheduling.repair(mill(URGENT, 1), planned(), 1);
        assertThat(repair.diff().moved()).extracting(Repair.Moved::operationId).containsExactly("o" + URGENT);
    }

    @Test
    void aValidPlanInWhichOnlyWhatWasHitMovesIsToldBeforeAnythingIsBroughtBack() {
        ScheduleProblem broken = mill(URGENT, 50);
        List<Repair> told = new ArrayList<>();
        Repair repair = Scheduling.repair(broken, planned(), 1, told::add);
        assertThat(told).hasSize(1);
        assertThat(TimetableValidator.violations(broken, told.getFirst().timetable()))
                .isEmpty();
        assertThat(told.getFirst().diff().moved())
                .extracting(Repair.Moved::operationId)
                .containsExactly("o" + URGENT);
        assertThat(repair.objective()).isLessThan(told.getFirst().objective());
    }

    @Test
    void theSameSeedGivesTheSameRepair() {
        ScheduleProblem broken = mill(URGENT, 50);
        assertThat(Scheduling.repair(broken, planned(), 7)).isEqualTo(Scheduling.repair(broken, planned(), 7));
    }

    @Test
    void aPriceAboveAllTardinessKeepsTheRestWhereItIs() {
        Repair repair = Scheduling.repair(mill(URGENT, 50), planned(), 1, Budget.ofSteps(0), 1_000_000_000);
        assertThat(repair.diff().moved()).hasSize(1);
    }

    private static Timetable planned() {
        List<Assignment> places = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            long startS = i * HOUR;
            long endS = startS + HOUR;
            places.add(new Assignment("o" + i, "mill", null, null, startS, startS, endS, endS, endS));
        }
        return new Timetable(places);
    }

    private static ScheduleProblem mill(int urgent, int weight) {
        List<Job> jobs = new ArrayList<>();
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            jobs.add(new Job("j" + i, 0, (i + 1) * HOUR, i == urgent ? weight : 1, null));
            operations.add(Operation.of("o" + i, "j" + i).on("mill", HOUR).build());
        }
        Resource mill = Resource.machine("mill", WorkCalendar.always())
                .withDown(List.of(new Interval(urgent * HOUR, (urgent + 1) * HOUR)));
        return new ScheduleProblem(0, List.of(mill), jobs, operations, List.of());
    }
}
