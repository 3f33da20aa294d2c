package org.millwright.scheduling.construct.bound;

import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.model.WorkCalendar;

/** When every operation could begin and end as if nothing else were to be done; fixed ones where they stand. */
final class EarliestTimes {
    /** At least so late is never. */
    static final long NEVER = WorkCalendar.NEVER / 4;

    final long[] readyS;
    final long[] endS;
    /** By job. */
    final long[] completionS;

    private final CompiledProblem compiled;

    EarliestTimes(CompiledProblem compiled, PartialPlan fixed) {
        this.compiled = compiled;
        readyS = new long[compiled.operationCount()];
        endS = new long[compiled.operationCount()];
        completionS = new long[compiled.jobs.length];
        for (int cluster : compiled.clusters.topological) {
            for (int operation : compiled.clusters.members[cluster]) {
                if (fixed.isPlaced(operation)) {
                    readyS[operation] = fixed.startS[operation];
                    endS[operation] = fixed.endS[operation];
                } else {
                    readyS[operation] = readyS(operation);
                    endS[operation] = earliestEndS(operation, readyS[operation]);
                }
                int job = compiled.jobOf[operation];
                completionS[job] = Math.max(completionS[job], endS[operation]);
            }
        }
    }

    private long readyS(int operation) {
        long ready = compiled.releaseS[operation];
        for (int k = 0; k < compiled.before[operation].length; k++) {
            ready = Math.max(
                    ready,
                    endS[compiled.before[operation][k]]
                            + compiled.precedence(operation, k).minLagS());
        }
        return Math.min(ready, NEVER);
    }

    private long earliestEndS(int operation, long ready) {
        if (ready >= NEVER) {
            return NEVER;
        }
        long setupS = compiled.operations[operation].setupS();
        long unloadS = compiled.operations[operation].unloadS();
        long best = NEVER;
        for (int mode = 0; mode < compiled.modeMachine[operation].length; mode++) {
            int machine = compiled.modeMachine[operation][mode];
            long workS = setupS + compiled.modeRunS[operation][mode];
            long ranS = machine < 0 ? ready + workS : runEndS(operation, machine, mode, ready);
            if (ranS < NEVER) {
                best = Math.min(best, ranS + unloadS);
            }
        }
        return best;
    }

    private long runEndS(int operation, int machine, int mode, long ready) {
        WorkCalendar available = compiled.available[machine];
        long setupS = compiled.operations[operation].setupS();
        long runS = compiled.modeRunS[operation][mode];
        boolean rests = compiled.operations[operation].resumable();
        long startS = available.earliestStart(ready, setupS + (rests ? Math.min(1, runS) : runS));
        if (startS >= NEVER) {
            return WorkCalendar.NEVER;
        }
        return rests ? available.endOfWork(startS + setupS, runS) : startS + setupS + runS;
    }
}
