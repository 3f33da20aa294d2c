package org.millwright.scheduling.construct;

import java.util.Arrays;
import org.millwright.scheduling.model.resource.Changeovers;
import org.millwright.scheduling.model.resource.WorkCalendar;

/** What is placed on a machine with changeovers, in order of start; tells where a further operation keeps them. */
final class FamilySequence {
    private final CompiledProblem compiled;
    private final Changeovers changeovers;
    private final long[] startS;
    private final long[] endS;
    private int[] operations = new int[8];
    private int count;

    /** Reads starts and ends of placed operations from the plan's arrays. */
    FamilySequence(CompiledProblem compiled, int machine, long[] startS, long[] endS) {
        this.compiled = compiled;
        changeovers = compiled.resources[machine].changeovers();
        this.startS = startS;
        this.endS = endS;
    }

    void copyFrom(FamilySequence other) {
        if (operations.length < other.count) {
            operations = new int[other.operations.length];
        }
        System.arraycopy(other.operations, 0, operations, 0, other.count);
        count = other.count;
    }

    void add(int operation) {
        if (count == operations.length) {
            operations = Arrays.copyOf(operations, 2 * count);
        }
        int at = firstAfter(startS[operation]);
        System.arraycopy(operations, at, operations, at + 1, count - at);
        operations[at] = operation;
        count++;
    }

    void remove(int operation) {
        int at = 0;
        while (operations[at] != operation) {
            at++;
        }
        System.arraycopy(operations, at + 1, operations, at, count - at - 1);
        count--;
    }

    /** The start itself when the changeovers on both sides hold, otherwise a later one to try. */
    long earliest(int operation, long start, long end) {
        int at = firstAfter(start);
        long from;
        if (at > 0) {
            int before = operations[at - 1];
            from = endS[before] + betweenS(before, operation);
        } else {
            long now = compiled.problem.nowS();
            from = now + changeovers.initialS(compiled.operations[operation].family());
        }
        if (start < from) {
            return from;
        }
        if (at < count) {
            int after = operations[at];
            if (end + betweenS(operation, after) > startS[after]) {
                return Math.max(start + 1, Math.min(WorkCalendar.NEVER, endS[after]));
            }
        }
        return start;
    }

    private long betweenS(int before, int after) {
        return changeovers.betweenS(compiled.operations[before].family(), compiled.operations[after].family());
    }

    private int firstAfter(long time) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (startS[operations[middle]] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
