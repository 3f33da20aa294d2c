package org.millwright.scheduling.tardiness;

import java.util.Arrays;
import org.millwright.scheduling.tardiness.shop.CostRule;
import org.millwright.scheduling.tardiness.shop.SetupShop;
import org.millwright.scheduling.tardiness.shop.WeeklyShifts;

/**
 * A complete plan as one sequence per machine, with the earliest times that follow from it. {@link #tryMove} moves one
 * operation and passes changed times on, in order of start, until nothing changes any more; {@link #undo} takes all moves
 * since {@link #begin} back.
 */
final class SequencePlan {
    final SetupShop shop;
    final CostRule rule;
    final int[] machine;
    final int[] duration;
    final int[] start;
    final int[] end;
    final int[][] sequence;
    final int[] length;
    final int[] place;
    /** By the rule, setups left out. */
    long cost;

    /** Total setup time. */
    long setups;

    private final int[] touched;
    private final int[] oldStart;
    private final int[] oldEnd;
    private final int[] stamp;
    private final StartHeap pending;
    private int touchedCount;
    private final IntStack moves = new IntStack();
    private int attempt;
    private long costBefore;
    private long makespan;
    private long makespanBefore;
    private long setupsBefore;

    SequencePlan(SetupShop shop, CostRule rule) {
        this.shop = shop;
        this.rule = rule;
        int count = shop.operationCount;
        machine = new int[count];
        duration = new int[count];
        start = new int[count];
        end = new int[count];
        place = new int[count];
        sequence = new int[shop.machineCount][16];
        length = new int[shop.machineCount];
        touched = new int[count];
        oldStart = new int[count];
        oldEnd = new int[count];
        stamp = new int[count];
        pending = new StartHeap(count);
    }

    /** Takes over machines, and an order of all operations that agrees with the jobs. */
    void load(int[] machines, int[] order) {
        Arrays.fill(length, 0);
        cost = 0;
        makespan = 0;
        setups = 0;
        for (int v : order) {
            int k = machines[v];
            machine[v] = k;
            duration[v] = shop.modeDuration[shop.modeOn(v, k)];
            append(k, v);
            setups += setupBefore(v);
            start[v] = earliest(v);
            end[v] = start[v] + duration[v];
            if (shop.isLast(v)) {
                cost += costOf(v, end[v]);
            }
        }
        renewMakespan();
    }

    /** The part of the makespan in the cost; costs a pass over all jobs and is left out where it does not count. */
    private void renewMakespan() {
        if (rule.makespan() > 0) {
            cost -= rule.makespan() * makespan;
            makespan = longest();
            cost += rule.makespan() * makespan;
        }
    }

    /** What the plan is worth by a rule, its own or another, setups included. */
    long value(CostRule other) {
        long value = other.setup() * setups + (other.makespan() > 0 ? other.makespan() * longest() : 0);
        for (int job = 0; job < shop.jobCount && other.countsJobs(); job++) {
            value += shop.costOf(other, job, end[shop.firstOfJob[job + 1] - 1]);
        }
        return value;
    }

    /** Whether the end of a job is the end of the plan, and that counts. */
    boolean decidesMakespan(int lastOperation) {
        return rule.makespan() > 0 && end[lastOperation] == makespan;
    }

    void copyFrom(SequencePlan other) {
        int count = start.length;
        System.arraycopy(other.machine, 0, machine, 0, count);
        System.arraycopy(other.duration, 0, duration, 0, count);
        System.arraycopy(other.start, 0, start, 0, count);
        System.arraycopy(other.end, 0, end, 0, count);
        System.arraycopy(other.place, 0, place, 0, count);
        for (int k = 0; k < length.length; k++) {
            length[k] = other.length[k];
            if (sequence[k].length < length[k]) {
                sequence[k] = new int[other.sequence[k].length];
            }
            System.arraycopy(other.sequence[k], 0, sequence[k], 0, length[k]);
        }
        cost = other.cost;
        makespan = other.makespan;
        setups = other.setups;
        if (!rule.equals(other.rule)) {
            makespan = longest();
            cost = value(rule) - rule.setup() * setups;
        }
    }

    int before(int v) {
        return place[v] == 0 ? -1 : sequence[machine[v]][place[v] - 1];
    }

    int after(int v) {
        return place[v] + 1 == length[machine[v]] ? -1 : sequence[machine[v]][place[v] + 1];
    }

    /** When release and job let the operation start. */
    int ready(int v) {
        return shop.isFirst(v) ? shop.release[shop.jobOf[v]] : end[v - 1];
    }

    /** The first place on a machine whose operation starts at or after a time. */
    int placeAt(int k, int time) {
        int low = 0;
        int high = length[k];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start[sequence[k][middle]] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Moves {@code v} so that it stands at {@code newPlace} of machine {@code k}, counted without v itself.
     *
     * @param limit cost beyond which times need not be passed on: the plan is then half changed and must be undone
     * @return false, with nothing changed, when that might close a circle
     */
    boolean tryMove(int v, int k, int newPlace, int newDuration, long limit) {
        int from = machine[v];
        int fromPlace = place[v];
        if ((k == from && newPlace == fromPlace) || shop.fit(k, 0, newDuration) >= WeeklyShifts.NEVER) {
            return false;
        }
        boolean passes = k == from && newPlace > fromPlace;
        int a = newPlace == 0 ? -1 : sequence[k][passes ? newPlace : newPlace - 1];
        int nextIndex = passes ? newPlace + 1 : newPlace;
        int b = nextIndex >= length[k] ? -1 : sequence[k][nextIndex];
        if (mayCircle(v, a, b)) {
            return false;
        }
        moves.push(v);
        moves.push(from);
        moves.push(fromPlace);
        moves.push(duration[v]);
        int leftBehind = after(v);
        relocate(v, k, newPlace, newDuration);
        if (leftBehind >= 0) {
            pending.add(leftBehind, start[leftBehind]);
        }
        pending.add(v, Math.max(a < 0 ? 0 : start[a], ready(v)));
        if (b >= 0) {
            pending.add(b, start[b]);
        }
        propagate(limit);
        return true;
    }

    /** What follows can be taken back together. */
    void begin() {
        costBefore = cost;
        makespanBefore = makespan;
        setupsBefore = setups;
        attempt++;
        touchedCount = 0;
        moves.clear();
    }

    /** Takes back all moves since {@link #begin}. */
    void undo() {
        while (!moves.isEmpty()) {
            int oldDuration = moves.pop();
            int oldPlace = moves.pop();
            int oldMachine = moves.pop();
            relocate(moves.pop(), oldMachine, oldPlace, oldDuration);
        }
        for (int i = 0; i < touchedCount; i++) {
            int v = touched[i];
            start[v] = oldStart[v];
            end[v] = oldEnd[v];
        }
        cost = costBefore;
        makespan = makespanBefore;
        setups = setupsBefore;
    }

    long costOf(int lastOperation, int completion) {
        return shop.costOf(rule, shop.jobOf[lastOperation], completion);
    }

    /** The most that a job can give back by ending sooner. */
    long atStake(int lastOperation) {
        return costOf(lastOperation, end[lastOperation]) + rule.makespan() * end[lastOperation];
    }

    int setupBefore(int v) {
        return shop.setupBetween(machine[v], before(v), v);
    }

    /** Recomputes everything from machines and sequences and compares; for assertions. */
    boolean isConsistent() {
        var fresh = new SequencePlan(shop, rule);
        Integer[] order = new Integer[start.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (x, y) -> {
            if (start[x] != start[y]) {
                return Integer.compare(start[x], start[y]);
            }
            if (end[x] != end[y]) {
                return Integer.compare(end[x], end[y]);
            }
            return machine[x] == machine[y] ? Integer.compare(place[x], place[y]) : Integer.compare(x, y);
        });
        fresh.load(machine, Arrays.stream(order).mapToInt(Integer::intValue).toArray());
        return Arrays.equals(start, fresh.start)
                && Arrays.equals(end, fresh.end)
                && cost == fresh.cost
                && setups == fresh.setups;
    }

    private boolean mayCircle(int v, int a, int b) {
        if (a >= 0 && !shop.isLast(v) && (a == v + 1 || start[a] >= end[v + 1])) {
            return true;
        }
        return b >= 0 && !shop.isFirst(v) && (b == v - 1 || start[v - 1] >= end[b]);
    }

    private int earliest(int v) {
        int k = machine[v];
        int a = before(v);
        int from = ready(v);
        if (a >= 0) {
            from = Math.max(from, end[a] + shop.setupBetween(k, a, v));
        }
        return shop.fit(k, from, duration[v]);
    }

    private void propagate(long limit) {
        while (!pending.isEmpty()) {
            if (cost > limit && rule.makespan() == 0) {
                pending.clear();
                return;
            }
            int v = pending.removeFirst();
            int newStart = earliest(v);
            int newEnd = newStart + duration[v];
            if (newStart == start[v] && newEnd == end[v]) {
                continue;
            }
            if (stamp[v] != attempt) {
                stamp[v] = attempt;
                touched[touchedCount++] = v;
                oldStart[v] = start[v];
                oldEnd[v] = end[v];
            }
            boolean endMoved = newEnd != end[v];
            if (shop.isLast(v)) {
                cost += costOf(v, newEnd) - costOf(v, end[v]);
            }
            start[v] = newStart;
            end[v] = newEnd;
            if (endMoved) {
                if (!shop.isLast(v)) {
                    pending.add(v + 1, start[v + 1]);
                }
                int b = after(v);
                if (b >= 0) {
                    pending.add(b, start[b]);
                }
            }
        }
        renewMakespan();
    }

    private long longest() {
        long longest = 0;
        for (int job = 1; job <= shop.jobCount; job++) {
            longest = Math.max(longest, end[shop.firstOfJob[job] - 1]);
        }
        return longest;
    }

    private void relocate(int v, int k, int newPlace, int newDuration) {
        int from = machine[v];
        int fromPlace = place[v];
        setups -= setupsAround(v);
        int[] left = sequence[from];
        if (k == from) {
            if (newPlace > fromPlace) {
                for (int i = fromPlace; i < newPlace; i++) {
                    left[i] = left[i + 1];
                    place[left[i]] = i;
                }
            } else {
                for (int i = fromPlace; i > newPlace; i--) {
                    left[i] = left[i - 1];
                    place[left[i]] = i;
                }
            }
            left[newPlace] = v;
            place[v] = newPlace;
        } else {
            length[from]--;
            for (int i = fromPlace; i < length[from]; i++) {
                left[i] = left[i + 1];
                place[left[i]] = i;
            }
            append(k, v);
            int[] joined = sequence[k];
            for (int i = length[k] - 1; i > newPlace; i--) {
                joined[i] = joined[i - 1];
                place[joined[i]] = i;
            }
            joined[newPlace] = v;
            place[v] = newPlace;
            machine[v] = k;
        }
        duration[v] = newDuration;
        setups += setupsAround(v);
    }

    /** The setups on both sides less the one that would take their place without v. */
    private int setupsAround(int v) {
        int k = machine[v];
        int a = before(v);
        int b = after(v);
        int around = shop.setupBetween(k, a, v);
        return b < 0 ? around : around + shop.setupBetween(k, v, b) - shop.setupBetween(k, a, b);
    }

    private void append(int k, int v) {
        if (length[k] == sequence[k].length) {
            sequence[k] = Arrays.copyOf(sequence[k], 2 * length[k]);
        }
        place[v] = length[k];
        sequence[k][length[k]++] = v;
    }
}
