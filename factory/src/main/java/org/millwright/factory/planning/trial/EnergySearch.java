package org.millwright.factory.planning.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.energy.EnergyDay;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.BarPlace;
import org.millwright.factory.planning.board.Consequences;
import org.millwright.factory.planning.board.PlanFigures;
import org.millwright.factory.planning.board.Scenario;
import org.millwright.factory.planning.board.SearchGoal;
import org.millwright.factory.planning.timetable.BuildWork;
import org.millwright.factory.planning.timetable.NewTimes;
import org.millwright.factory.planning.timetable.TimetablePlanner;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.millwright.scheduling.EnergyPlan;
import org.millwright.scheduling.Scheduling;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.resource.EnergyTariff;

/**
 * Looks for a plan whose runs use cheaper or cleaner electricity and that makes no order late or later: runs that move
 * for it are wished there, those that make room for them are suggested where the engine put them. Deterministic.
 */
final class EnergySearch {
    /** Prices are known so far beyond the end of the plan. */
    private static final Duration BEYOND = Duration.ofDays(3);

    private final LivePlan live;
    private final SearchGoal goal;
    private final TimetablePlanner.Planned before;
    private final EnergyTariff tariff;
    private final double amountBefore;

    /**
     * A plan that uses less.
     *
     * @param search how it was found
     */
    record Found(List<Scenario.Wish> wishes, List<Assignment> places, Scenario.Search search) {}

    EnergySearch(LivePlan live, SearchGoal goal) {
        this.live = live;
        this.goal = goal;
        before = TimetablePlanner.plan(live.asItIs());
        Instant end = before.times().stream()
                .map(NewTimes::end)
                .max(Instant::compareTo)
                .orElse(live.floor().now());
        tariff = HourlyTariff.of(live, goal, end.plus(BEYOND));
        amountBefore = amount(new Trial(live, before, before).consequences().before());
    }

    /** What the plan in force uses, in minor units of the currency or in kg. */
    double amountBefore() {
        return amountBefore;
    }

    /**
     * The plan found until nothing helps any more, or until somebody says stop; null when there is none.
     *
     * @param listener told of every better amount
     */
    @Nullable
    Found run(EnergyPlan.Listener listener, BooleanSupplier stop) {
        double runsBefore = costOfRuns();
        EnergyPlan plan = Scheduling.inCheapHours(
                before.problem(),
                before.timetable(),
                tariff,
                (step, cost) -> listener.cheaper(step, amountBefore - (runsBefore - cost)),
                stop);
        List<Scenario.Wish> wishes = wishes(plan);
        List<Assignment> places = plan.timetable().assignments();
        var trial = new Trial(live, before, TimetablePlanner.plan(live.with(wishes, places, "")));
        return !wishes.isEmpty() && isBetter(trial)
                ? new Found(wishes, places, new Scenario.Search(TimetablePlanner.SEED, plan.steps(), goal))
                : null;
    }

    private double costOfRuns() {
        double sum = 0;
        for (Assignment assignment : before.timetable().assignments()) {
            if (assignment.machineId() != null) {
                sum += tariff.costOf(assignment.machineId(), assignment.runStartS(), assignment.runEndS());
            }
        }
        return sum;
    }

    private List<Scenario.Wish> wishes(EnergyPlan plan) {
        List<Scenario.Wish> wishes = new ArrayList<>();
        for (BuildWork build : live.work().builds()) {
            String id = "build " + build.build();
            MachineId machine = build.phases().stream()
                    .filter(phase -> phase.operation().kind() == StepKind.RUN)
                    .map(phase -> phase.operation().machine())
                    .findFirst()
                    .orElse(null);
            if (machine != null && plan.moved().contains(id)) {
                var start =
                        Instant.ofEpochSecond(plan.timetable().getAssignment(id).setupStartS());
                wishes.add(new Scenario.Wish(
                        new BarId(BarId.Kind.BUILD, build.build().value()), new BarPlace(machine, start)));
            }
        }
        return wishes;
    }

    private boolean isBetter(Trial trial) {
        Consequences consequences = trial.consequences();
        PlanFigures was = consequences.before();
        PlanFigures is = consequences.after();
        return consequences.newlyLate().isEmpty()
                && is.lateness().compareTo(was.lateness()) <= 0
                && is.withoutPlace() <= was.withoutPlace()
                && amount(is) < amountBefore;
    }

    private double amount(PlanFigures figures) {
        EnergyDay.Use use = figures.energy();
        return goal == SearchGoal.COST ? use.costMinor() : use.carbonKg();
    }
}
