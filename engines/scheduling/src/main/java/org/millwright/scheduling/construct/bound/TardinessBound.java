package org.millwright.scheduling.construct.bound;

import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.Score;

/**
 * Weighted tardiness that no complete plan avoids: every operation as early as its predecessors, releases and the
 * calendars of its machines and people allow, as if nothing else were to be done; and, where that is more, what the capacity of one
 * machine or tool adds for the jobs that need it.
 */
public final class TardinessBound {
    private TardinessBound() {}

    /** In weighted seconds, so comparable with the tardiness of a {@link Score}. */
    public static long of(CompiledProblem compiled) {
        var fixed = new PartialPlan(compiled);
        long[] completionS = new EarliestTimes(compiled, fixed).completionS;
        long boundS = 0;
        long[] aloneS = new long[completionS.length];
        for (int job = 0; job < completionS.length; job++) {
            if (completionS[job] > compiled.jobs[job].dueS() && completionS[job] < EarliestTimes.NEVER) {
                aloneS[job] = compiled.jobs[job].weight() * (completionS[job] - compiled.jobs[job].dueS());
                boundS += aloneS[job];
            }
        }
        return boundS + new CapacityBound(compiled, fixed, aloneS).gainS();
    }
}
