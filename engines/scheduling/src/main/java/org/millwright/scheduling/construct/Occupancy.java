package org.millwright.scheduling.construct;

import java.util.Arrays;

/** How many operations hold a resource at each moment: a step function over sorted breakpoints. */
final class Occupancy {
    private static final int NEAR = 6;

    private final int capacity;
    /** {@code level[i]} holds in {@code [at[i], at[i + 1])}, the last one for ever. */
    private long[] at = new long[16];

    private int[] level = new int[16];
    private int count = 1;
    /** The segment that was found last. */
    private int latest;

    Occupancy(int capacity) {
        this.capacity = capacity;
        at[0] = Long.MIN_VALUE;
    }

    void clear() {
        count = 1;
        level[0] = 0;
    }

    void copyFrom(Occupancy other) {
        if (at.length < other.count) {
            at = new long[other.at.length];
            level = new int[other.at.length];
        }
        System.arraycopy(other.at, 0, at, 0, other.count);
        System.arraycopy(other.level, 0, level, 0, other.count);
        count = other.count;
    }

    void add(long fromS, long toS, int amount) {
        change(fromS, toS, amount);
    }

    void remove(long fromS, long toS, int amount) {
        change(fromS, toS, -amount);
    }

    /** The earliest time at or after {@code fromS} from which one more fits for {@code lengthS} seconds. */
    long earliestFree(long fromS, long lengthS) {
        return earliestFree(fromS, lengthS, Long.MAX_VALUE);
    }

    /** The same when it is before {@code limitS}, otherwise any time from there on. */
    long earliestFree(long fromS, long lengthS, long limitS) {
        long start = fromS;
        for (int i = segmentOf(fromS); ; i++) {
            if (level[i] >= capacity) {
                start = at[i + 1];
                if (start >= limitS) {
                    return start;
                }
            } else if (i == count - 1 || at[i + 1] - start >= lengthS) {
                return start;
            }
        }
    }

    /** When the first full stretch that touches {@code [fromS, toS)} is over, or {@code fromS} when there is none. */
    long endOfConflict(long fromS, long toS) {
        return endOfConflict(fromS, toS, 1);
    }

    /** The same for a larger amount: when the first stretch is over that leaves less than that. */
    long endOfConflict(long fromS, long toS, int amount) {
        for (int i = segmentOf(fromS); i < count - 1 && (at[i] < toS || at[i] == fromS); i++) {
            if (level[i] + amount > capacity) {
                int last = i;
                while (level[last + 1] + amount > capacity) {
                    last++;
                }
                return at[last + 1];
            }
        }
        return fromS;
    }

    private void change(long fromS, long toS, int by) {
        if (toS <= fromS) {
            return;
        }
        int first = breakpoint(fromS);
        int last = breakpoint(toS);
        for (int i = first; i < last; i++) {
            level[i] += by;
        }
        mergeAt(last);
        mergeAt(first);
    }

    private int breakpoint(long timeS) {
        int i = segmentOf(timeS);
        if (at[i] == timeS) {
            return i;
        }
        if (count == at.length) {
            at = Arrays.copyOf(at, 2 * count);
            level = Arrays.copyOf(level, 2 * count);
        }
        System.arraycopy(at, i + 1, at, i + 2, count - i - 1);
        System.arraycopy(level, i + 1, level, i + 2, count - i - 1);
        at[i + 1] = timeS;
        level[i + 1] = level[i];
        count++;
        return i + 1;
    }

    private void mergeAt(int i) {
        if (i > 0 && level[i] == level[i - 1]) {
            System.arraycopy(at, i + 1, at, i, count - i - 1);
            System.arraycopy(level, i + 1, level, i, count - i - 1);
            count--;
        }
    }

    /** Questions mostly go on where the last one ended, so the search does too. */
    private int segmentOf(long timeS) {
        int low = 0;
        int high = count - 1;
        int at = Math.min(latest, high);
        if (this.at[at] > timeS) {
            high = at - 1;
        } else {
            int near = Math.min(high, at + NEAR);
            while (at < near && this.at[at + 1] <= timeS) {
                at++;
            }
            if (at < near || at == high) {
                latest = at;
                return at;
            }
            low = at;
        }
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (this.at[middle] <= timeS) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        latest = low;
        return low;
    }
}
