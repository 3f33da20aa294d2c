package org.millwright.scheduling.tardiness;

import java.util.SplittableRandom;
import org.millwright.scheduling.tardiness.shop.SetupShop;

/**
 * A move of one operation together with what follows it in its job. Where the operation will be over later, the steps
 * after it are put back first, so that they do not hold up others at places that they can no longer keep; where it will
 * be over sooner, they are pulled forward after it. Without this, work can hardly be put off to another day.
 */
final class JobShift {
    private static final int MOST_STEPS = 64;
    private static final int FARTHEST = 40;

    private final SetupShop shop;
    private final SequencePlan plan;
    private final SplittableRandom random;
    private final int[] toMachine = new int[MOST_STEPS];
    private final int[] toPlace = new int[MOST_STEPS];
    private final int[] toDuration = new int[MOST_STEPS];

    JobShift(SequencePlan plan, SplittableRandom random) {
        shop = plan.shop;
        this.plan = plan;
        this.random = random;
    }

    /** Puts an operation off by a number of places drawn by lot, on its machine or another, and its job after it. */
    boolean putOff(int v) {
        int own = shop.modeOn(v, plan.machine[v]);
        int modes = shop.firstMode[v + 1] - shop.firstMode[v];
        int mode = random.nextBoolean() ? own : shop.firstMode[v] + random.nextInt(modes);
        int by = 1;
        while (by < FARTHEST && random.nextInt(6) > 0) {
            by++;
        }
        int k = shop.modeMachine[mode];
        int room = plan.length[k] - (mode == own ? 1 : 0);
        return move(v, k, Math.min(room, plan.placeAt(k, plan.start[v]) + by), shop.modeDuration[mode], Long.MAX_VALUE);
    }

    /**
     * Moves an operation and its job after it.
     *
     * @param place on the machine, counted without the operation itself
     * @param limit cost beyond which times need not be passed on: the plan is then half changed and must be undone
     * @return whether anything was changed
     */
    boolean move(int v, int k, int place, int duration, long limit) {
        toMachine[0] = k;
        toPlace[0] = place;
        toDuration[0] = duration;
        int end = endAt(v, k, place, duration, plan.ready(v));
        boolean later = end > plan.end[v];
        int steps = 1;
        int last = shop.firstOfJob[shop.jobOf[v] + 1] - 1;
        for (int w = v + 1; w <= last && steps < MOST_STEPS; w++) {
            end = chooseStep(w, steps, end);
            if (later ? end <= plan.end[w] : end >= plan.end[w]) {
                break;
            }
            steps++;
        }
        return later ? putBack(v, steps) : pullForward(v, steps, limit);
    }

    private boolean putBack(int v, int steps) {
        boolean changed = false;
        for (int i = steps - 1; i >= 0; i--) {
            changed |= make(v, i, Long.MAX_VALUE);
        }
        return changed;
    }

    private boolean pullForward(int v, int steps, long limit) {
        boolean changed = false;
        for (int i = 0; i < steps; i++) {
            changed |= make(v, i, limit);
            if (plan.cost > limit || !changed) {
                break;
            }
        }
        return changed;
    }

    /** Another step of the job may have left the same machine since the place was chosen. */
    private boolean make(int v, int step, long limit) {
        int k = toMachine[step];
        int room = plan.length[k] - (k == plan.machine[v + step] ? 1 : 0);
        return plan.tryMove(v + step, k, Math.min(room, toPlace[step]), toDuration[step], limit);
    }

    /** Sets where a following step would be over first, about, once it is ready at a time; returns when. */
    private int chooseStep(int w, int step, int ready) {
        int best = Integer.MAX_VALUE;
        for (int mode = shop.firstMode[w]; mode < shop.firstMode[w + 1]; mode++) {
            int k = shop.modeMachine[mode];
            boolean own = k == plan.machine[w];
            if (!own && random.nextInt(3) > 0) {
                continue;
            }
            int duration = shop.modeDuration[mode];
            int place = plan.placeAt(k, shop.fit(k, ready, duration));
            if (own && place > plan.place[w]) {
                place--;
            }
            int end = endAt(w, k, place, duration, ready);
            if (end < best) {
                best = end;
                toMachine[step] = k;
                toPlace[step] = place;
                toDuration[step] = duration;
            }
        }
        return best;
    }

    /** When the operation would be over at a place if nothing else moved. */
    private int endAt(int v, int k, int place, int duration, int ready) {
        boolean passes = k == plan.machine[v] && place - 1 >= plan.place[v];
        int from = ready;
        if (place > 0) {
            int a = plan.sequence[k][passes ? place : place - 1];
            from = Math.max(ready, plan.end[a] + shop.setupBetween(k, a, v));
        }
        return shop.fit(k, from, duration) + duration;
    }
}
