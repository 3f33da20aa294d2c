package org.millwright.scheduling.construct;

import org.millwright.scheduling.model.WorkCalendar;

/**
 * Weighted tardiness that no plan avoids: every operation as early as its predecessors, releases and the calendars of its
 * machines allow, as if nothing else were to be done.
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
        for (int job = 0; job < completionS.length; job++) {
            if (completionS[job] > compiled.jobs[job].dueS() && completionS[job] < WorkCalendar.NEVER / 4) {
                boundS += compiled.jobs[job].weight() * (completionS[job] - compiled.jobs[job].dueS());
            }
        }
        return boundS;
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
            long startS = machine < 0 ? readyS : compiled.available[machine].earliestStart(readyS, workS);
            if (startS < WorkCalendar.NEVER / 4) {
                best = Math.min(best, startS + workS + unloadS);
            }
        }
        return best;
    }
}
