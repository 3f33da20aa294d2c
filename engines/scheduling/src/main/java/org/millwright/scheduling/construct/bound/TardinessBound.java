package org.millwright.scheduling.construct.bound;

import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.model.WorkCalendar;

/**
 * Weighted tardiness that no complete plan avoids: every operation as early as its predecessors, releases and the
 * calendars of its machines allow, as if nothing else were to be done; and, where that is more, what the capacity of one
 * machine or tool adds for the jobs that need it.
 */
public final class TardinessBound {
    private TardinessBound() {}

    /** In weighted seconds, so comparable with the tardiness of a {@link Score}. */
    public static long of(CompiledProblem compiled) {
        long[] endS = new long[compiled.operationCount()];
        var fixed = new PartialPlan(compiled);
        long[] completionS = new long[compiled.jobs.length];
        for (int cluster : compiled.clusters.topological) {
            for (int operation : compiled.clusters.members[cluster]) {
                endS[operation] =
                        fixed.isPlaced(operation) ? fixed.endS[operation] : earliestEndS(compiled, operation, endS);
                int job = compiled.jobOf[operation];
                completionS[job] = Math.max(completionS[job], endS[operation]);
            }
        }
        long boundS = 0;
        long[] aloneS = new long[completionS.length];
        for (int job = 0; job < completionS.length; job++) {
            if (completionS[job] > compiled.jobs[job].dueS() && completionS[job] < WorkCalendar.NEVER / 4) {
                aloneS[job] = compiled.jobs[job].weight() * (completionS[job] - compiled.jobs[job].dueS());
                boundS += aloneS[job];
            }
        }
        return boundS + new CapacityBound(compiled, fixed, aloneS).gainS();
    }

    private static long earliestEndS(CompiledProblem compiled, int operation, long[] endS) {
        long readyS = compiled.releaseS[operation];
        for (int k = 0; k < compiled.before[operation].length; k++) {
            readyS = Math.max(
                    readyS,
                    endS[compiled.before[operation][k]]
                            + compiled.precedence(operation, k).minLagS());
        }
        if (readyS >= WorkCalendar.NEVER / 4) {
            return WorkCalendar.NEVER / 4;
        }
        long setupS = compiled.operations[operation].setupS();
        long unloadS = compiled.operations[operation].unloadS();
        long best = WorkCalendar.NEVER / 4;
        for (int mode = 0; mode < compiled.modeMachine[operation].length; mode++) {
            int machine = compiled.modeMachine[operation][mode];
            long workS = setupS + compiled.modeRunS[operation][mode];
            long ranS = machine < 0 ? readyS + workS : runEndS(compiled, operation, machine, mode, readyS);
            if (ranS < WorkCalendar.NEVER / 4) {
                best = Math.min(best, ranS + unloadS);
            }
        }
        return best;
    }

    private static long runEndS(CompiledProblem compiled, int operation, int machine, int mode, long readyS) {
        WorkCalendar available = compiled.available[machine];
        long setupS = compiled.operations[operation].setupS();
        long runS = compiled.modeRunS[operation][mode];
        boolean rests = compiled.operations[operation].resumable();
        long startS = available.earliestStart(readyS, setupS + (rests ? Math.min(1, runS) : runS));
        if (startS >= WorkCalendar.NEVER / 4) {
            return WorkCalendar.NEVER;
        }
        return rests ? available.endOfWork(startS + setupS, runS) : startS + setupS + runS;
    }
}
