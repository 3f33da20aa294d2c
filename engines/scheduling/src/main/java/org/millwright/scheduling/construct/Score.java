package org.millwright.scheduling.construct;

import java.util.Arrays;

/**
 * How good a plan is, compared in the order of the components: first what it leaves out, then missed deadlines, then
 * tardiness, then length.
 *
 * @param unplanned operations without a place
 * @param missedDeadlines jobs that end after their deadline
 * @param weightedTardinessS sum over jobs of weight × seconds after the due date
 * @param makespanS end of the last operation, from now
 */
public record Score(int unplanned, int missedDeadlines, long weightedTardinessS, long makespanS)
        implements Comparable<Score> {
    @Override
    public int compareTo(Score other) {
        int order = Integer.compare(unplanned, other.unplanned);
        order = order != 0 ? order : Integer.compare(missedDeadlines, other.missedDeadlines);
        order = order != 0 ? order : Long.compare(weightedTardinessS, other.weightedTardinessS);
        return order != 0 ? order : Long.compare(makespanS, other.makespanS);
    }

    public static Score of(CompiledProblem compiled, PartialPlan plan, int unplanned) {
        long[] completionS = completionS(compiled, plan);
        int missed = 0;
        long tardinessS = 0;
        long lastS = compiled.problem.nowS();
        for (int job = 0; job < completionS.length; job++) {
            Long deadlineS = compiled.jobs[job].deadlineS();
            if (deadlineS != null && completionS[job] > deadlineS) {
                missed++;
            }
            tardinessS += costS(compiled, job, completionS[job]);
            lastS = Math.max(lastS, completionS[job]);
        }
        return new Score(unplanned, missed, tardinessS, lastS - compiled.problem.nowS());
    }

    /** What each job's tardiness costs, in the order of the problem's jobs. */
    public static long[] costsS(CompiledProblem compiled, PartialPlan plan) {
        long[] costsS = completionS(compiled, plan);
        for (int job = 0; job < costsS.length; job++) {
            costsS[job] = costS(compiled, job, costsS[job]);
        }
        return costsS;
    }

    private static long[] completionS(CompiledProblem compiled, PartialPlan plan) {
        long[] completionS = new long[compiled.jobs.length];
        Arrays.fill(completionS, Long.MIN_VALUE);
        for (int i = 0; i < compiled.operationCount(); i++) {
            if (plan.placed[i]) {
                int job = compiled.jobOf[i];
                completionS[job] = Math.max(completionS[job], plan.endS[i]);
            }
        }
        return completionS;
    }

    /** What it costs that a job is complete then. */
    public static long costS(CompiledProblem compiled, int job, long completionS) {
        long dueS = compiled.jobs[job].dueS();
        return completionS <= dueS ? 0 : compiled.jobs[job].weight() * (completionS - dueS);
    }
}
