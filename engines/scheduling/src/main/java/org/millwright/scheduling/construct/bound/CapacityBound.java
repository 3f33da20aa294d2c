package org.millwright.scheduling.construct.bound;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.model.resource.ResourceKind;
import org.millwright.scheduling.model.resource.WorkCalendar;

/**
 * Tardiness that follows from the capacity of one machine or tool. Of the jobs that need it, the k-th to leave it does so
 * when the k smallest shares of work have passed through it at the earliest, at its full capacity in its open hours;
 * completions so bounded go to due dates in order, earliest first, which no assignment undercuts (Chu 1992 for a single
 * machine). Weights are dealt with layer by layer: the jobs of at least a weight, for every weight there is.
 */
final class CapacityBound {
    private final CompiledProblem compiled;
    private final PartialPlan fixed;
    /** By job: weighted tardiness of the job alone. */
    private final long[] aloneS;

    CapacityBound(CompiledProblem compiled, PartialPlan fixed, long[] aloneS) {
        this.compiled = compiled;
        this.fixed = fixed;
        this.aloneS = aloneS;
    }

    /** How much the best bound over all machines and tools adds to the sum of all jobs alone. */
    long gainS() {
        long gain = 0;
        for (int resource = 0; resource < compiled.resources.length; resource++) {
            boolean isPerson = compiled.resources[resource].kind() == ResourceKind.PERSON;
            if (!isPerson && !compiled.resources[resource].batches()) {
                gain = Math.max(gain, gainS(resource));
            }
        }
        return gain;
    }

    private long gainS(int resource) {
        long[] areaS = new long[compiled.jobs.length];
        long[] tailS = new long[compiled.jobs.length];
        long releaseS = collect(resource, areaS, tailS);
        int[] jobs = IntStream.range(0, areaS.length)
                .filter(job -> areaS[job] > 0 && compiled.jobs[job].weight() > 0)
                .toArray();
        if (jobs.length < 2) {
            return 0;
        }
        int[] weights = Arrays.stream(jobs)
                .map(job -> compiled.jobs[job].weight())
                .sorted()
                .distinct()
                .toArray();
        long aloneS = 0;
        for (int job : jobs) {
            aloneS += this.aloneS[job];
        }
        long boundS = 0;
        int below = 0;
        for (int weight : weights) {
            int[] layer = Arrays.stream(jobs)
                    .filter(job -> compiled.jobs[job].weight() >= weight)
                    .toArray();
            boundS += (weight - below) * unweightedS(resource, layer, areaS, tailS, releaseS);
            below = weight;
        }
        return Math.max(0, boundS - aloneS);
    }

    /** Adds up, by job, what must pass through the resource, and what still follows it; returns the first release. */
    private long collect(int resource, long[] areaS, long[] tailS) {
        Arrays.fill(tailS, Long.MAX_VALUE);
        long releaseS = Long.MAX_VALUE;
        for (int v = 0; v < compiled.operationCount(); v++) {
            int amount = fixed.isPlaced(v) ? 0 : amountOf(v, resource);
            if (amount > 0) {
                int job = compiled.jobOf[v];
                areaS[job] += amount * (compiled.shortestS(v) - compiled.operations[v].unloadS());
                tailS[job] = Math.min(tailS[job], compiled.operations[v].unloadS());
                releaseS = Math.min(releaseS, compiled.releaseS[v]);
            }
        }
        return releaseS;
    }

    /** How much of the resource the operation takes in every mode; 0 when it may do without. */
    private int amountOf(int v, int resource) {
        for (int k = 0; k < compiled.needed[v].length; k++) {
            if (compiled.needed[v][k] == resource) {
                return compiled.neededAmount[v][k];
            }
        }
        for (int machine : compiled.modeMachine[v]) {
            if (machine != resource) {
                return 0;
            }
        }
        return compiled.modeMachine[v].length == 0 ? 0 : 1;
    }

    private long unweightedS(int resource, int[] layer, long[] areaS, long[] tailS, long releaseS) {
        long[] areas =
                Arrays.stream(layer).mapToLong(job -> areaS[job]).sorted().toArray();
        long[] dues = Arrays.stream(layer)
                .mapToLong(job -> compiled.jobs[job].dueS())
                .sorted()
                .toArray();
        long tail = Arrays.stream(layer).mapToLong(job -> tailS[job]).min().orElse(0);
        int capacity = compiled.resources[resource].capacity();
        long sum = 0;
        long passed = 0;
        for (int k = 0; k < areas.length; k++) {
            passed += areas[k];
            long doneS = compiled.available[resource].endOfWork(releaseS, Math.ceilDiv(passed, capacity));
            if (doneS == WorkCalendar.NEVER) {
                // What no opening holds is left out of every plan, and nothing more can be said of the rest.
                return 0;
            }
            sum += Math.max(0, doneS + tail - dues[k]);
        }
        return sum;
    }
}
