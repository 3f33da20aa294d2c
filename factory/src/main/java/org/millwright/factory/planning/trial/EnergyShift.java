package org.millwright.factory.planning.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.EnergyDay;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.BarPlace;
import org.millwright.factory.planning.board.Consequences;
import org.millwright.factory.planning.board.PlanFigures;
import org.millwright.factory.planning.board.Scenario;
import org.millwright.factory.planning.timetable.BuildWork;
import org.millwright.factory.planning.timetable.NewTimes;
import org.millwright.factory.planning.timetable.Phase;
import org.millwright.factory.planning.timetable.TimetablePlanner;
import org.millwright.processes.ManufacturingProcess.StepKind;

/**
 * Moves runs that have not begun to hours in which electricity is cheaper or cleaner, one after another, the largest gain
 * first. A move is kept only when the whole plan with it uses less, no order gets late or later, and everything still has
 * a place. Deterministic; a stop ends it after the move at hand.
 */
final class EnergyShift {
    private static final Duration GRAIN = Duration.ofMinutes(30);
    /** How much later a run may begin than planned. */
    private static final Duration REACH = Duration.ofHours(36);

    private static final int TRIED_PLACES = 3;
    private static final double LEAST_GAIN = 1e-6;

    private final LivePlan live;
    private final ToDoubleFunction<EnergyDay.Use> amount;
    private final Listener listener;
    private final BooleanSupplier stop;
    private final List<Scenario.Wish> wishes = new ArrayList<>();
    private final TimetablePlanner.Planned before;
    private double best;
    private long steps;

    /** Told of every plan that uses less. */
    interface Listener {
        void improved(long step, double amount);
    }

    EnergyShift(LivePlan live, ToDoubleFunction<EnergyDay.Use> amount, Listener listener, BooleanSupplier stop) {
        this.live = live;
        this.amount = amount;
        this.listener = listener;
        this.stop = stop;
        before = TimetablePlanner.plan(live.asItIs());
        best = amount.applyAsDouble(
                new Trial(live, before, before).consequences().before().energy());
    }

    /** What the plan in force uses. */
    double amountBefore() {
        return best;
    }

    /** A run that may move. */
    private record Run(BarId bar, MachineId machine, Instant start, Duration lead, Duration work, double watts) {}

    /** A start with what the run would use there. */
    private record Start(Instant at, double amount) {}

    List<Scenario.Wish> search() {
        Map<BarId, Instant> starts = starts();
        List<Run> runs = new ArrayList<>();
        for (BuildWork build : live.work().builds()) {
            Run run = run(build, starts);
            if (run != null) {
                runs.add(run);
            }
        }
        runs.sort(Comparator.comparingDouble(
                        (Run run) -> -run.watts() * run.work().toSeconds())
                .thenComparing(run -> run.bar().id()));
        for (Run run : runs) {
            if (stop.getAsBoolean()) {
                break;
            }
            shift(run);
        }
        return List.copyOf(wishes);
    }

    private Map<BarId, Instant> starts() {
        Map<BarId, Instant> starts = new HashMap<>();
        Map<Object, BarId> bars = new HashMap<>();
        live.work().phases().forEach(phase -> bars.put(phase.operation().id(), BarId.of(phase.operation())));
        for (NewTimes times : before.times()) {
            BarId bar = bars.get(times.operation());
            if (bar != null) {
                starts.merge(bar, times.start(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return starts;
    }

    private @Nullable Run run(BuildWork build, Map<BarId, Instant> starts) {
        BarId bar = new BarId(BarId.Kind.BUILD, build.build().value());
        Duration lead = Duration.ZERO;
        Duration work = Duration.ZERO;
        MachineId machine = null;
        for (Phase phase : build.phases()) {
            if (phase.operation().state() != OperationState.PLANNED) {
                return null;
            }
            if (phase.operation().kind() == StepKind.PREPARE) {
                lead = phase.work();
            } else if (phase.operation().kind() == StepKind.RUN) {
                work = phase.work();
                machine = phase.operation().machine();
            }
        }
        Instant start = starts.get(bar);
        boolean pinned = live.pins().stream().anyMatch(pin -> pin.bar().equals(bar));
        return machine == null || start == null || pinned || work.isZero()
                ? null
                : new Run(bar, machine, start, lead, work, watts(machine));
    }

    private double watts(MachineId id) {
        return live.floor().machines().stream()
                .filter(machine -> machine.id().equals(id))
                .map(Machine::costs)
                .mapToDouble(costs -> costs.runningW())
                .findFirst()
                .orElse(0);
    }

    private void shift(Run run) {
        double now = amountAt(run, run.start());
        List<Start> candidates = new ArrayList<>();
        for (Instant at = run.start().plus(GRAIN); !at.isAfter(run.start().plus(REACH)); at = at.plus(GRAIN)) {
            double there = amountAt(run, at);
            if (there < now * 0.99) {
                candidates.add(new Start(at, there));
            }
        }
        candidates.sort(Comparator.comparingDouble(Start::amount).thenComparing(Start::at));
        int tried = 0;
        for (Start candidate : candidates) {
            if (tried++ == TRIED_PLACES || stop.getAsBoolean()) {
                return;
            }
            steps++;
            wishes.add(new Scenario.Wish(run.bar(), new BarPlace(run.machine(), candidate.at())));
            if (isBetter(run)) {
                listener.improved(steps, best);
                return;
            }
            wishes.removeLast();
        }
    }

    private double amountAt(Run run, Instant start) {
        Instant begins = start.plus(run.lead());
        return amount.applyAsDouble(live.energy()
                .use(run.watts(), begins, begins.plus(run.work()), live.floor().zone()));
    }

    private boolean isBetter(Run run) {
        var trial = new Trial(live, before, TimetablePlanner.plan(live.with(wishes, List.of(), "")));
        Consequences consequences = trial.consequences();
        PlanFigures was = consequences.before();
        PlanFigures is = consequences.after();
        double there = amount.applyAsDouble(is.energy());
        boolean harmless = consequences.newlyLate().isEmpty()
                && is.lateness().compareTo(was.lateness()) <= 0
                && is.withoutPlace() <= was.withoutPlace()
                && !trial.after().unkept().containsKey(run.bar());
        if (harmless && there < best - LEAST_GAIN) {
            best = there;
            return true;
        }
        return false;
    }
}
