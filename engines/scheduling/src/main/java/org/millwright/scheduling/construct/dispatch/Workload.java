package org.millwright.scheduling.construct.dispatch;

import org.millwright.scheduling.construct.CompiledProblem;

/** What dispatch rules look at: processing times, the work that still follows in the job, due dates, weights. */
public final class Workload {
    private final CompiledProblem compiled;
    private final long[] processingS;
    private final long[] remainingS;
    private final long[] jobWorkS;
    private final double meanProcessingS;

    public Workload(CompiledProblem compiled) {
        this.compiled = compiled;
        int count = compiled.operationCount();
        processingS = new long[count];
        remainingS = new long[count];
        jobWorkS = new long[compiled.jobs.length];
        long total = 0;
        for (int i = 0; i < count; i++) {
            processingS[i] = compiled.operations[i].modes().isEmpty() ? 0 : compiled.shortestS(i);
            total += processingS[i];
            jobWorkS[compiled.jobOf[i]] += processingS[i];
        }
        meanProcessingS = Math.max(1, (double) total / Math.max(1, count));
        int[] clusters = compiled.clusters.topological;
        for (int c = clusters.length - 1; c >= 0; c--) {
            int[] members = compiled.clusters.members[clusters[c]];
            for (int m = members.length - 1; m >= 0; m--) {
                int operation = members[m];
                long tailS = 0;
                for (int successor : compiled.successors[operation]) {
                    tailS = Math.max(tailS, remainingS[successor]);
                }
                remainingS[operation] = processingS[operation] + tailS;
            }
        }
    }

    public long dueS(int operation) {
        return compiled.jobs[compiled.jobOf[operation]].dueS();
    }

    public int weight(int operation) {
        return compiled.jobs[compiled.jobOf[operation]].weight();
    }

    public long processingS(int operation) {
        return processingS[operation];
    }

    /** Longest chain of processing from this operation to the end of its job, itself included. */
    public long remainingS(int operation) {
        return remainingS[operation];
    }

    /**
     * The due date put back by a multiple of the work of the whole job for each unit of its weight: with a multiple of 0
     * the earliest due date goes first, with a large one what costs least work for its weight.
     */
    public double dueByWorkS(int operation, double multiple) {
        int job = compiled.jobOf[operation];
        return compiled.jobs[job].dueS() + multiple * jobWorkS[job] / Math.max(1e-3, compiled.jobs[job].weight());
    }

    public double meanProcessingS() {
        return meanProcessingS;
    }
}
