package org.millwright.scheduling.construct.improve;

import java.util.Arrays;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.construct.cluster.ClusterSet;

/** What a plan amounts to, kept up to date while the operations of a few jobs change their places. */
final class Scoreboard {
    private final CompiledProblem compiled;
    private final PartialPlan plan;
    final long[] completionS;
    final long[] costS;
    private final int[] touched;
    private final long[] oldCompletionS;
    private final boolean[] isTouched;
    private int touchedCount;
    private int missed;
    private long tardinessS;
    private long lastS;
    private int missedBefore;
    private long tardinessBeforeS;
    private long lastBeforeS;

    Scoreboard(CompiledProblem compiled, PartialPlan plan) {
        this.compiled = compiled;
        this.plan = plan;
        int jobs = compiled.jobs.length;
        completionS = new long[jobs];
        costS = new long[jobs];
        touched = new int[jobs];
        oldCompletionS = new long[jobs];
        isTouched = new boolean[jobs];
        Arrays.fill(completionS, Long.MIN_VALUE);
        lastS = compiled.problem.nowS();
        begin();
        for (int job = 0; job < jobs; job++) {
            refresh(job);
        }
        begin();
    }

    /** What follows can be taken back together. */
    void begin() {
        for (int i = 0; i < touchedCount; i++) {
            isTouched[touched[i]] = false;
        }
        touchedCount = 0;
        missedBefore = missed;
        tardinessBeforeS = tardinessS;
        lastBeforeS = lastS;
    }

    /** Looks again at the jobs that have operations in the clusters. */
    void refresh(ClusterSet set) {
        for (int i = 0; i < set.count; i++) {
            for (int operation : compiled.clusters.members[set.items[i]]) {
                int job = compiled.jobOf[operation];
                if (!isTouched[job]) {
                    refresh(job);
                }
            }
        }
    }

    void undo() {
        for (int i = 0; i < touchedCount; i++) {
            set(touched[i], oldCompletionS[touched[i]]);
        }
        missed = missedBefore;
        tardinessS = tardinessBeforeS;
        lastS = lastBeforeS;
    }

    Score score(int unplanned) {
        return new Score(unplanned, missed, tardinessS, Math.max(0, lastS - compiled.problem.nowS()));
    }

    private void refresh(int job) {
        isTouched[job] = true;
        touched[touchedCount++] = job;
        oldCompletionS[job] = completionS[job];
        long endS = Long.MIN_VALUE;
        for (int operation : compiled.operationsOfJob[job]) {
            if (plan.placed[operation]) {
                endS = Math.max(endS, plan.endS[operation]);
            }
        }
        boolean wasLast = completionS[job] == lastS && endS < lastS;
        set(job, endS);
        if (wasLast) {
            lastS = Long.MIN_VALUE;
            for (long completion : completionS) {
                lastS = Math.max(lastS, completion);
            }
        } else {
            lastS = Math.max(lastS, endS);
        }
    }

    private void set(int job, long endS) {
        missed -= misses(job) ? 1 : 0;
        tardinessS -= costS[job];
        completionS[job] = endS;
        costS[job] = Score.costS(compiled, job, endS);
        tardinessS += costS[job];
        missed += misses(job) ? 1 : 0;
    }

    private boolean misses(int job) {
        Long deadlineS = compiled.jobs[job].deadlineS();
        return deadlineS != null && completionS[job] > deadlineS;
    }
}
