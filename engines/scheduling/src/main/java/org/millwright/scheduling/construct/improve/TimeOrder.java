package org.millwright.scheduling.construct.improve;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;

/**
 * What stands where, machine by machine in order of start, as of the last {@link #refresh}: finds operations that compete
 * with one another for machines or people.
 */
public final class TimeOrder {
    private static final int REACH = 4;
    private static final int INDEX_BITS = 24;

    private final CompiledProblem compiled;
    private final PartialPlan plan;
    private final long[] keys;
    /** All placed operations by start, then the same machine by machine; bench work first. */
    private final int[] all;

    private final int[] position;
    private final int[] onMachine;
    private final int[] firstOf;
    private int count;

    /** Knows nothing before the first {@link #refresh}. */
    public TimeOrder(CompiledProblem compiled, PartialPlan plan) {
        this.compiled = compiled;
        this.plan = plan;
        int operations = compiled.operationCount();
        keys = new long[operations];
        all = new int[operations];
        position = new int[operations];
        onMachine = new int[operations];
        firstOf = new int[compiled.resources.length + 2];
    }

    /** Looks at the plan as it is now. */
    public void refresh() {
        long firstS = Long.MAX_VALUE;
        for (int v = 0; v < position.length; v++) {
            if (plan.placed[v]) {
                firstS = Math.min(firstS, plan.startS[v]);
            }
        }
        count = 0;
        Arrays.fill(firstOf, 0);
        for (int v = 0; v < position.length; v++) {
            position[v] = -1;
            if (plan.placed[v]) {
                keys[count++] = ((plan.startS[v] - firstS) << INDEX_BITS) | v;
                firstOf[plan.machine[v] + 2]++;
            }
        }
        Arrays.sort(keys, 0, count);
        for (int list = 1; list < firstOf.length; list++) {
            firstOf[list] += firstOf[list - 1];
        }
        int[] filled = Arrays.copyOf(firstOf, firstOf.length);
        for (int i = 0; i < count; i++) {
            int v = (int) (keys[i] & ((1L << INDEX_BITS) - 1));
            all[i] = v;
            position[v] = i;
            onMachine[filled[plan.machine[v] + 1]++] = v;
        }
    }

    /** One that stands near an operation on its machine, or on another it could use, or anywhere near in time; or -1. */
    public int related(int v, SplittableRandom random) {
        if (count == 0) {
            return -1;
        }
        int other = switch (random.nextInt(4)) {
            case 0, 1 -> nearOn(plan.placed[v] ? plan.machine[v] : anyMachine(v, random), plan.startS[v], random);
            case 2 -> nearOn(anyMachine(v, random), plan.startS[v], random);
            default -> nearInTime(v, random);
        };
        return other == v || (other >= 0 && !plan.placed[other]) ? -1 : other;
    }

    /** One that stands about a time on a machine that an operation could use, or on any; or -1. */
    int near(int v, long atS, SplittableRandom random) {
        int other = nearOn(anyMachine(v, random), atS, random);
        return other == v || (other >= 0 && !plan.placed[other]) ? -1 : other;
    }

    private int anyMachine(int v, SplittableRandom random) {
        int[] machines = compiled.modeMachine[v];
        return machines.length == 0 ? -1 : machines[random.nextInt(machines.length)];
    }

    private int nearOn(int machine, long atS, SplittableRandom random) {
        int low = firstOf[machine + 1];
        int high = firstOf[machine + 2];
        if (low == high) {
            return -1;
        }
        int first = low;
        int last = high;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (plan.startS[onMachine[middle]] < atS) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return onMachine[Math.clamp(low + random.nextInt(2 * REACH + 1) - (long) REACH, first, last - 1)];
    }

    private int nearInTime(int v, SplittableRandom random) {
        int at = position[v];
        if (at < 0) {
            return all[random.nextInt(count)];
        }
        int reach = REACH * compiled.resources.length;
        return all[Math.clamp(at + random.nextInt(2 * reach + 1) - (long) reach, 0, count - 1)];
    }
}
