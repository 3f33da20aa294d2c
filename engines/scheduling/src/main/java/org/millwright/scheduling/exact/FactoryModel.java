package org.millwright.scheduling.exact;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import com.google.ortools.util.Domain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.Precedence;
import org.millwright.scheduling.model.resource.Changeovers;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.model.resource.WorkCalendar;

/**
 * Some operations of a plan as a constraint model: they may change time, machine and people, everything else stays. All
 * that the factory model knows holds: alternatives, calendars, people of setups and unloading, machines blocked until they
 * are unloaded, tools, lags, changeovers. Work that batches, pauses or needs a tool with hours of its own stays too.
 * Changeovers are kept between all pairs on a machine, not just neighbours, so they take away from proofs.
 */
final class FactoryModel {
    final CpModel model = new CpModel();
    final long fromS;
    private final CompiledProblem compiled;
    private final PartialPlan plan;
    final long toS;
    final @Nullable OperationVars[] vars;
    private final int[] free;
    private final ResourceRows rows;

    /**
     * @param free operations that stand in the plan and {@link #mayMove}
     * @param fromS nothing free starts earlier
     * @param toS nothing free ends later
     */
    FactoryModel(CompiledProblem compiled, PartialPlan plan, int[] free, long fromS, long toS) {
        Loader.loadNativeLibraries();
        this.compiled = compiled;
        this.plan = plan;
        this.free = free.clone();
        this.fromS = fromS;
        this.toS = toS;
        vars = new OperationVars[compiled.operationCount()];
        rows = new ResourceRows(compiled, model, fromS, toS);
        for (int v : free) {
            add(v);
        }
        for (int v : free) {
            addPrecedences(v);
        }
        for (int v = 0; v < vars.length; v++) {
            if (vars[v] == null && plan.placed[v]) {
                rows.addStaying(plan, v);
            }
        }
        rows.close();
        for (int machine = 0; machine < compiled.resources.length; machine++) {
            if (!compiled.resources[machine].changeovers().isNone()) {
                addChangeovers(machine);
            }
        }
        hint();
    }

    /** Whether the model knows all that matters for an operation. */
    static boolean mayMove(CompiledProblem compiled, PartialPlan plan, int v) {
        if (!plan.isPlaced(v) || plan.isFixed(v) || compiled.operations[v].resumable()) {
            return false;
        }
        for (int machine : compiled.modeMachine[v]) {
            if (machine >= 0 && compiled.resources[machine].batches()) {
                return false;
            }
        }
        for (int earlier : compiled.before[v]) {
            if (!plan.isPlaced(earlier)) {
                return false;
            }
        }
        for (int tool : compiled.needed[v]) {
            if (!compiled.available[tool].equals(WorkCalendar.always())) {
                return false;
            }
        }
        return true;
    }

    private void add(int v) {
        Operation operation = compiled.operations[v];
        long setupS = operation.setupS();
        long unloadS = operation.unloadS();
        long last = toS - fromS;
        IntVar start = model.newIntVar(Math.clamp(compiled.releaseS[v] - fromS, 0, last), last, "");
        IntVar end = model.newIntVar(0, last, "");
        IntVar size = model.newIntVar(0, last, "");
        IntVar unload = unloadS == 0 ? null : model.newIntVar(0, last, "");
        model.addEquality(end, sum(start, size));
        if (unload != null) {
            model.addEquality(end, plus(unload, unloadS));
        }
        List<Literal> modes = oneOf(compiled.modeMachine[v].length);
        List<Literal> starters = needsStarter(v) ? oneOf(compiled.qualified[v].length) : List.of();
        List<Literal> unloaders =
                unload != null && operation.skill() != null ? oneOf(compiled.qualified[v].length) : List.of();
        var own = new OperationVars(start, unload, end, size, modes, starters, unloaders);
        vars[v] = own;
        for (int mode = 0; mode < modes.size(); mode++) {
            addMode(v, own, mode, setupS + compiled.modeRunS[v][mode]);
        }
        addStarters(v, own);
        for (int i = 0; i < unloaders.size() && unload != null; i++) {
            int person = compiled.qualified[v][i];
            within(unload, compiled.available[person], unloadS, unloaders.get(i));
            rows.add(person, model.newOptionalFixedSizeIntervalVar(unload, unloadS, unloaders.get(i), ""), 1);
        }
        for (int k = 0; k < compiled.needed[v].length; k++) {
            rows.add(compiled.needed[v][k], model.newIntervalVar(start, size, end, ""), compiled.neededAmount[v][k]);
        }
    }

    private boolean needsStarter(int v) {
        return compiled.operations[v].modes().stream().anyMatch(compiled.operations[v]::needsPersonToStart);
    }

    private void addMode(int v, OperationVars own, int mode, long throughS) {
        int machine = compiled.modeMachine[v][mode];
        Literal chosen = own.modes().get(mode);
        IntVar unload = own.unload();
        if (unload == null) {
            model.addEquality(own.end(), plus(own.start(), throughS)).onlyEnforceIf(chosen);
        } else if (machine < 0 && own.unloaders().size() == 0) {
            model.addEquality(unload, plus(own.start(), throughS)).onlyEnforceIf(chosen);
        } else {
            model.addGreaterOrEqual(unload, plus(own.start(), throughS)).onlyEnforceIf(chosen);
        }
        if (machine >= 0) {
            within(own.start(), compiled.available[machine], throughS, chosen);
            if (unload != null && !compiled.resources[machine].down().isEmpty()) {
                within(unload, compiled.notDown[machine], compiled.operations[v].unloadS(), chosen);
            }
            if (throughS + compiled.operations[v].unloadS() > 0) {
                rows.add(machine, model.newOptionalIntervalVar(own.start(), own.size(), own.end(), chosen, ""), 1);
            }
        }
    }

    private void addStarters(int v, OperationVars own) {
        Operation operation = compiled.operations[v];
        for (int i = 0; i < own.starters().size(); i++) {
            int person = compiled.qualified[v][i];
            if (!operation.runAttended()) {
                within(
                        own.start(),
                        compiled.available[person],
                        operation.setupS(),
                        own.starters().get(i));
                rows.add(
                        person,
                        model.newOptionalFixedSizeIntervalVar(
                                own.start(), operation.setupS(), own.starters().get(i), ""),
                        1);
                continue;
            }
            for (int mode = 0; mode < own.modes().size(); mode++) {
                long attendedS = operation.setupS() + compiled.modeRunS[v][mode];
                Literal both = and(own.starters().get(i), own.modes().get(mode));
                within(own.start(), compiled.available[person], attendedS, both);
                if (attendedS > 0) {
                    rows.add(person, model.newOptionalFixedSizeIntervalVar(own.start(), attendedS, both, ""), 1);
                }
            }
        }
    }

    private Literal and(Literal first, Literal second) {
        BoolVar both = model.newBoolVar("");
        model.addImplication(both, first);
        model.addImplication(both, second);
        model.addBoolOr(new Literal[] {both, first.not(), second.not()});
        return both;
    }

    private List<Literal> oneOf(int count) {
        if (count == 1) {
            return List.of(model.trueLiteral());
        }
        List<Literal> choices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            choices.add(model.newBoolVar(""));
        }
        model.addExactlyOne(choices);
        return choices;
    }

    /** A stretch of that length after {@code start} lies within one opening. */
    private void within(IntVar start, WorkCalendar calendar, long lengthS, Literal chosen) {
        if (calendar.equals(WorkCalendar.always())) {
            return;
        }
        List<long[]> starts = new ArrayList<>();
        for (Interval open : calendar.listOpen()) {
            long first = Math.max(fromS, open.startS());
            long last = Math.min(toS, open.endS() - lengthS);
            if (first <= last) {
                starts.add(new long[] {first - fromS, last - fromS});
            }
        }
        model.addLinearExpressionInDomain(start, Domain.fromIntervals(starts.toArray(new long[0][])))
                .onlyEnforceIf(chosen);
    }

    private void addPrecedences(int v) {
        OperationVars own = own(v);
        for (int k = 0; k < compiled.before[v].length; k++) {
            int earlier = compiled.before[v][k];
            Precedence lag = compiled.precedence(v, k);
            OperationVars other = vars[earlier];
            if (other != null) {
                model.addGreaterOrEqual(own.start(), plus(other.end(), lag.minLagS()));
                if (lag.limitsWaiting()) {
                    model.addLessOrEqual(own.start(), plus(other.end(), lag.maxLagS()));
                }
            } else {
                model.addGreaterOrEqual(own.start(), plan.endS[earlier] + lag.minLagS() - fromS);
                if (lag.limitsWaiting()) {
                    model.addLessOrEqual(own.start(), plan.endS[earlier] + lag.maxLagS() - fromS);
                }
            }
        }
        for (int later : compiled.successors[v]) {
            if (vars[later] == null && plan.placed[later]) {
                for (int k = 0; k < compiled.before[later].length; k++) {
                    if (compiled.before[later][k] == v) {
                        Precedence lag = compiled.precedence(later, k);
                        model.addLessOrEqual(own.end(), plan.startS[later] - lag.minLagS() - fromS);
                        if (lag.limitsWaiting()) {
                            model.addGreaterOrEqual(own.end(), plan.startS[later] - lag.maxLagS() - fromS);
                        }
                    }
                }
            }
        }
    }

    private void addChangeovers(int machine) {
        Changeovers changeovers = compiled.resources[machine].changeovers();
        List<int[]> mobile = new ArrayList<>();
        for (int v : free) {
            for (int mode = 0; mode < compiled.modeMachine[v].length; mode++) {
                if (compiled.modeMachine[v][mode] == machine) {
                    mobile.add(new int[] {v, mode});
                    long initialS = changeovers.initialS(compiled.operations[v].family());
                    model.addGreaterOrEqual(own(v).start(), compiled.problem.nowS() + initialS - fromS)
                            .onlyEnforceIf(own(v).modes().get(mode));
                }
            }
        }
        for (int i = 0; i < mobile.size(); i++) {
            for (int j = i + 1; j < mobile.size(); j++) {
                addPair(changeovers, mobile.get(i), mobile.get(j));
            }
            for (int other = 0; other < vars.length; other++) {
                if (vars[other] == null && plan.placed[other] && plan.machine[other] == machine) {
                    addBeside(changeovers, mobile.get(i), other);
                }
            }
        }
    }

    private void addPair(Changeovers changeovers, int[] one, int[] two) {
        OperationVars a = own(one[0]);
        OperationVars b = own(two[0]);
        String familyA = compiled.operations[one[0]].family();
        String familyB = compiled.operations[two[0]].family();
        BoolVar first = model.newBoolVar("");
        model.addGreaterOrEqual(b.start(), plus(a.end(), changeovers.betweenS(familyA, familyB)))
                .onlyEnforceIf(new Literal[] {a.modes().get(one[1]), b.modes().get(two[1]), first});
        model.addGreaterOrEqual(a.start(), plus(b.end(), changeovers.betweenS(familyB, familyA)))
                .onlyEnforceIf(new Literal[] {a.modes().get(one[1]), b.modes().get(two[1]), first.not()});
    }

    private void addBeside(Changeovers changeovers, int[] one, int staying) {
        OperationVars a = own(one[0]);
        String family = compiled.operations[one[0]].family();
        String other = compiled.operations[staying].family();
        long latestEnd = plan.startS[staying] - changeovers.betweenS(family, other) - fromS;
        long earliestStart = plan.endS[staying] + changeovers.betweenS(other, family) - fromS;
        BoolVar first = model.newBoolVar("");
        model.addLessOrEqual(a.end(), latestEnd)
                .onlyEnforceIf(new Literal[] {a.modes().get(one[1]), first});
        model.addGreaterOrEqual(a.start(), earliestStart)
                .onlyEnforceIf(new Literal[] {a.modes().get(one[1]), first.not()});
    }

    private void hint() {
        for (int v : free) {
            OperationVars own = own(v);
            model.addHint(own.start(), plan.startS[v] - fromS);
            model.addHint(own.end(), plan.endS[v] - fromS);
            if (own.unload() != null) {
                model.addHint(own.unload(), plan.unloadStartS[v] - fromS);
            }
            hint(own.modes(), compiled.modeMachine[v], plan.machine[v]);
            hint(own.starters(), compiled.qualified[v], plan.setupPerson[v]);
            hint(own.unloaders(), compiled.qualified[v], plan.unloadPerson[v]);
        }
    }

    private void hint(List<Literal> choices, int[] resources, int chosen) {
        for (int i = 0; i < choices.size() && choices.size() > 1; i++) {
            model.addHint(choices.get(i), resources[i] == chosen);
        }
    }

    private OperationVars own(int v) {
        OperationVars own = vars[v];
        if (own == null) {
            throw new IllegalArgumentException("Operation %d does not move in this window.".formatted(v));
        }
        return own;
    }

    /** The whole plan with what the solver found. */
    List<Assignment> assignments(CpSolver solver) {
        List<Assignment> assignments = new ArrayList<>();
        for (int v = 0; v < vars.length; v++) {
            OperationVars own = vars[v];
            if (own == null) {
                if (plan.placed[v]) {
                    assignments.add(plan.assignment(v));
                }
                continue;
            }
            int mode = chosen(solver, own.modes());
            long startS = fromS + solver.value(own.start());
            long runStartS = startS + compiled.operations[v].setupS();
            long runEndS = runStartS + compiled.modeRunS[v][mode];
            long endS = fromS + solver.value(own.end());
            assignments.add(new Assignment(
                    compiled.operations[v].id(),
                    idOf(compiled.modeMachine[v][mode]),
                    own.starters().size() == 0 ? null : idOf(compiled.qualified[v][chosen(solver, own.starters())]),
                    own.unloaders().size() == 0 ? null : idOf(compiled.qualified[v][chosen(solver, own.unloaders())]),
                    startS,
                    runStartS,
                    runEndS,
                    endS - compiled.operations[v].unloadS(),
                    endS));
        }
        return assignments;
    }

    private static int chosen(CpSolver solver, List<Literal> choices) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.size() == 1 || solver.booleanValue(choices.get(i))) {
                return i;
            }
        }
        throw new IllegalStateException("The solver chose none of %d.".formatted(choices.size()));
    }

    private @Nullable String idOf(int resource) {
        return resource < 0 ? null : compiled.resources[resource].id();
    }

    static LinearExpr plus(IntVar variable, long constant) {
        return LinearExpr.newBuilder().add(variable).add(constant).build();
    }

    private static LinearExpr sum(IntVar first, IntVar second) {
        return LinearExpr.newBuilder().add(first).add(second).build();
    }
}
