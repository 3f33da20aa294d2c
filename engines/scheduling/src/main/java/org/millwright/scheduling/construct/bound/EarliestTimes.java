package org.millwright.scheduling.construct.bound;

import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.resource.WorkCalendar;

/**
 * When every operation could begin and end as if nothing else were to be done, opening hours and the shifts of those who
 * are qualified included; fixed ones where they stand.
 */
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
        long unloadS = compiled.operations[operation].unloadS();
        WorkCalendar somebody = compiled.whenAnybodyQualified(operation);
        long best = NEVER;
        for (int mode = 0; mode < compiled.modeMachine[operation].length; mode++) {
            long ranS = runEndS(operation, mode, ready, somebody);
            long unloadFromS = ranS >= NEVER ? NEVER : unloadS == 0 ? ranS : somebody.earliestStart(ranS, unloadS);
            if (unloadFromS < NEVER) {
                best = Math.min(best, unloadFromS + unloadS);
            }
        }
        return best;
    }

    private long runEndS(int operation, int mode, long ready, WorkCalendar somebody) {
        Operation asked = compiled.operations[operation];
        int machine = compiled.modeMachine[operation][mode];
        WorkCalendar open = machine < 0 ? WorkCalendar.always() : compiled.available[machine];
        long runS = compiled.modeRunS[operation][mode];
        long attendedS = asked.setupS() + (asked.runAttended() ? runS : 0);
        long withinS = asked.setupS() + (asked.resumable() ? Math.min(1, runS) : runS);
        long startS = startS(ready, open, withinS, somebody, attendedS);
        if (startS >= NEVER) {
            return NEVER;
        }
        return asked.resumable() && machine >= 0
                ? open.endOfWork(startS + asked.setupS(), runS)
                : startS + asked.setupS() + runS;
    }

    /** The first moment from which both have time enough at a stretch. */
    private static long startS(long readyS, WorkCalendar open, long withinS, WorkCalendar somebody, long attendedS) {
        long startS = open.earliestStart(readyS, withinS);
        while (startS < NEVER && attendedS > 0) {
            long withPersonS = somebody.earliestStart(startS, attendedS);
            if (withPersonS == startS || withPersonS >= NEVER) {
                return withPersonS;
            }
            startS = open.earliestStart(withPersonS, withinS);
        }
        return startS;
    }
}
