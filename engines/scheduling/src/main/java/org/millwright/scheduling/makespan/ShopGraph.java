package org.millwright.scheduling.makespan;

import java.util.Arrays;

/**
 * The disjunctive graph of one plan: chains of operations per machine, a topological order, and for each operation its
 * head (earliest start) and tail (time from its end to the end of the plan at best). One object is changed in place.
 *
 * <p>After a move only the part of the topological order between the two ends of the moved arc is rearranged (Pearce and
 * Kelly 2006), heads are renewed from there on, tails from there back.
 */
public final class ShopGraph {
    public final FlexibleShop shop;
    public final int[] machine;
    public final int[] duration;
    /** Operation before and after on the machine, or -1. */
    public final int[] before;

    public final int[] after;
    public final int[] firstOn;
    final int[] lastOn;
    public final int[] head;
    public final int[] tail;
    public final int[] order;
    public final int[] position;
    public int makespan;

    private final boolean[] marked;
    private final int[] aside;

    public ShopGraph(FlexibleShop shop) {
        this.shop = shop;
        int count = shop.operationCount;
        machine = new int[count];
        duration = new int[count];
        before = new int[count];
        after = new int[count];
        firstOn = new int[shop.machineCount];
        lastOn = new int[shop.machineCount];
        head = new int[count];
        tail = new int[count];
        order = new int[count];
        position = new int[count];
        marked = new boolean[count];
        aside = new int[count];
    }

    /** Takes over machines and an order that agrees with all jobs. */
    public void load(int[] machines, int[] sequence) {
        System.arraycopy(machines, 0, machine, 0, machine.length);
        System.arraycopy(sequence, 0, order, 0, order.length);
        Arrays.fill(firstOn, -1);
        Arrays.fill(lastOn, -1);
        for (int i = 0; i < order.length; i++) {
            int v = order[i];
            int k = machine[v];
            position[v] = i;
            duration[v] = shop.durationOn(v, k);
            before[v] = lastOn[k];
            after[v] = -1;
            if (lastOn[k] >= 0) {
                after[lastOn[k]] = v;
            } else {
                firstOn[k] = v;
            }
            lastOn[k] = v;
        }
        renewHeads(0);
        renewTails(order.length - 1);
    }

    public ShopPlanOrder snapshot() {
        return new ShopPlanOrder(machine.clone(), order.clone(), makespan);
    }

    /** When the job lets the operation start. */
    public int jobReady(int v) {
        int previous = shop.jobPrevious[v];
        return previous < 0 ? 0 : head[previous] + duration[previous];
    }

    /** When the job lets the operation start if its predecessor stands before a place in the order, otherwise 0. */
    public int jobPreviousEnd(int v, int place) {
        int previous = shop.jobPrevious[v];
        return previous >= 0 && position[previous] < place ? head[previous] + duration[previous] : 0;
    }

    /** The time from the operation's end to the end of the plan that its job still needs. */
    public int jobTail(int v) {
        int next = shop.jobNext[v];
        return next < 0 ? 0 : tail[next] + duration[next];
    }

    /**
     * Whether a path from {@code x} to {@code y} may exist; false is certain. A path makes the head of y at least the end
     * of x, and the tail of x at least that of y with y's duration.
     */
    public boolean mayLead(int x, int y) {
        return x == y
                || (position[x] < position[y] && head[y] >= head[x] + duration[x] && tail[x] >= tail[y] + duration[y]);
    }

    /**
     * Moves {@code v} to machine {@code k}, right after {@code a} (or first when {@code a} is -1).
     *
     * @return false, with nothing changed, when that would close a circle
     */
    public boolean move(int v, int k, int newDuration, int a) {
        int oldBefore = before[v];
        int oldMachine = machine[v];
        int oldDuration = duration[v];
        unlink(v);
        int b = a < 0 ? firstOn[k] : after[a];
        link(v, k, a, b);
        duration[v] = newDuration;
        int low = position[v];
        int high = low;
        boolean acyclic = true;
        if (a >= 0 && position[a] > position[v]) {
            high = position[a];
            acyclic = shiftLater(v, low, high);
        } else if (b >= 0 && position[b] < position[v]) {
            low = position[b];
            acyclic = shiftEarlier(v, low, high);
        }
        if (!acyclic) {
            unlink(v);
            link(v, oldMachine, oldBefore, oldBefore < 0 ? firstOn[oldMachine] : after[oldBefore]);
            duration[v] = oldDuration;
            return false;
        }
        int oldAfter = oldBefore < 0 ? firstOn[oldMachine] : after[oldBefore];
        if (oldAfter >= 0) {
            low = Math.min(low, position[oldAfter]);
        }
        if (oldBefore >= 0) {
            high = Math.max(high, position[oldBefore]);
        }
        renewHeads(low);
        renewTails(high);
        return true;
    }

    /** Recomputes everything from machines and order and compares; for assertions. */
    public boolean isConsistent() {
        var fresh = new ShopGraph(shop);
        fresh.load(machine, order);
        for (int v = 0; v < order.length; v++) {
            int p = shop.jobPrevious[v];
            if (order[position[v]] != v || (p >= 0 && position[p] > position[v])) {
                return false;
            }
        }
        return makespan == fresh.makespan
                && Arrays.equals(duration, fresh.duration)
                && Arrays.equals(before, fresh.before)
                && Arrays.equals(after, fresh.after)
                && Arrays.equals(head, fresh.head)
                && Arrays.equals(tail, fresh.tail);
    }

    private void unlink(int v) {
        int a = before[v];
        int b = after[v];
        if (a >= 0) {
            after[a] = b;
        } else {
            firstOn[machine[v]] = b;
        }
        if (b >= 0) {
            before[b] = a;
        } else {
            lastOn[machine[v]] = a;
        }
    }

    private void link(int v, int k, int a, int b) {
        machine[v] = k;
        before[v] = a;
        after[v] = b;
        if (a >= 0) {
            after[a] = v;
        } else {
            firstOn[k] = v;
        }
        if (b >= 0) {
            before[b] = v;
        } else {
            lastOn[k] = v;
        }
    }

    /** Puts v, and what follows it within the stretch, behind the rest; false when the last of it follows v. */
    private boolean shiftLater(int v, int low, int high) {
        int kept = low;
        int put = 0;
        marked[v] = true;
        for (int i = low; i <= high; i++) {
            int x = order[i];
            int p = shop.jobPrevious[x];
            int m = before[x];
            boolean follows = x == v || (p >= 0 && marked[p]) || (m >= 0 && marked[m]);
            if (follows) {
                marked[x] = true;
                aside[put++] = x;
            }
        }
        boolean acyclic = !marked[order[high]];
        if (acyclic) {
            for (int i = low; i <= high; i++) {
                int x = order[i];
                if (!marked[x]) {
                    order[kept] = x;
                    position[x] = kept++;
                }
            }
            for (int i = 0; i < put; i++) {
                order[kept] = aside[i];
                position[aside[i]] = kept++;
            }
        }
        for (int i = 0; i < put; i++) {
            marked[aside[i]] = false;
        }
        return acyclic;
    }

    /** Puts v, and what leads to it within the stretch, before the rest; false when the first of it leads to v. */
    private boolean shiftEarlier(int v, int low, int high) {
        int kept = high;
        int put = 0;
        marked[v] = true;
        for (int i = high; i >= low; i--) {
            int x = order[i];
            int n = shop.jobNext[x];
            int m = after[x];
            boolean leads = x == v || (n >= 0 && marked[n]) || (m >= 0 && marked[m]);
            if (leads) {
                marked[x] = true;
                aside[put++] = x;
            }
        }
        boolean acyclic = !marked[order[low]];
        if (acyclic) {
            for (int i = high; i >= low; i--) {
                int x = order[i];
                if (!marked[x]) {
                    order[kept] = x;
                    position[x] = kept--;
                }
            }
            for (int i = 0; i < put; i++) {
                order[kept] = aside[i];
                position[aside[i]] = kept--;
            }
        }
        for (int i = 0; i < put; i++) {
            marked[aside[i]] = false;
        }
        return acyclic;
    }

    private void renewHeads(int from) {
        int[] jobPrevious = shop.jobPrevious;
        for (int i = from; i < order.length; i++) {
            int v = order[i];
            int p = jobPrevious[v];
            int m = before[v];
            int start = p < 0 ? 0 : head[p] + duration[p];
            if (m >= 0) {
                start = Math.max(start, head[m] + duration[m]);
            }
            head[v] = start;
        }
        int end = 0;
        for (int job = 1; job <= shop.jobCount; job++) {
            int last = shop.firstOfJob[job] - 1;
            end = Math.max(end, head[last] + duration[last]);
        }
        makespan = end;
    }

    private void renewTails(int from) {
        int[] jobNext = shop.jobNext;
        for (int i = from; i >= 0; i--) {
            int v = order[i];
            int n = jobNext[v];
            int m = after[v];
            int rest = n < 0 ? 0 : tail[n] + duration[n];
            if (m >= 0) {
                rest = Math.max(rest, tail[m] + duration[m]);
            }
            tail[v] = rest;
        }
    }
}
