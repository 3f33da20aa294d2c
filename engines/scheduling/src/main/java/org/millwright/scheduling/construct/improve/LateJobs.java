package org.millwright.scheduling.construct.improve;

import java.util.Arrays;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.Score;

/** How many jobs end after their due date. */
final class LateJobs implements ObjectiveFunction.PlanMeasure {
    private final int[] jobOf;
    private final long[] dueS;
    private final boolean[] late;

    LateJobs(CompiledProblem compiled) {
        jobOf = compiled.jobOf;
        dueS = new long[compiled.jobs.length];
        for (int job = 0; job < dueS.length; job++) {
            dueS[job] = compiled.jobs[job].dueS();
        }
        late = new boolean[dueS.length];
    }

    @Override
    public double of(PartialPlan plan, Score score) {
        Arrays.fill(late, false);
        int count = 0;
        for (int v = 0; v < jobOf.length; v++) {
            int job = jobOf[v];
            if (plan.placed[v] && !late[job] && plan.endS[v] > dueS[job]) {
                late[job] = true;
                count++;
            }
        }
        return count;
    }
}
