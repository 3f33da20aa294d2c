package org.millwright.scheduling.model.resource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * When a resource is open: a set of intervals, compiled to sorted arrays. Outside them, and after the last one, it is
 * closed; so a calendar must reach as far as the plan may. All questions are answered in O(log n).
 */
public final class WorkCalendar {
    /** Answer of a question about the future when there is no such time. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final WorkCalendar ALWAYS =
            new WorkCalendar(new long[] {Long.MIN_VALUE / 4}, new long[] {Long.MAX_VALUE / 4});

    private final long[] starts;
    private final long[] ends;
    /** Open seconds before each interval. */
    private final long[] openBefore;

    private WorkCalendar(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
        openBefore = new long[starts.length];
        for (int i = 1; i < starts.length; i++) {
            openBefore[i] = openBefore[i - 1] + ends[i - 1] - starts[i - 1];
        }
    }

    /** Open day and night. */
    public static WorkCalendar always() {
        return ALWAYS;
    }

    /** Open in the given intervals, which may touch or overlap and come in any order. */
    public static WorkCalendar of(List<Interval> open) {
        var sorted = new ArrayList<>(open);
        sorted.sort(Comparator.comparingLong(Interval::startS));
        long[] starts = new long[sorted.size()];
        long[] ends = new long[sorted.size()];
        int count = 0;
        for (Interval interval : sorted) {
            if (count > 0 && interval.startS() <= ends[count - 1]) {
                ends[count - 1] = Math.max(ends[count - 1], interval.endS());
            } else {
                starts[count] = interval.startS();
                ends[count++] = interval.endS();
            }
        }
        return new WorkCalendar(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
    }

    /** The same calendar closed during {@code closed} as well. */
    public WorkCalendar without(List<Interval> closed) {
        if (closed.isEmpty()) {
            return this;
        }
        WorkCalendar gaps = of(closed);
        var open = new ArrayList<Interval>();
        for (int i = 0; i < starts.length; i++) {
            long from = starts[i];
            for (int gap = gaps.firstEndingAfter(from); gap < gaps.starts.length && gaps.starts[gap] < ends[i]; gap++) {
                if (gaps.starts[gap] > from) {
                    open.add(new Interval(from, gaps.starts[gap]));
                }
                from = gaps.ends[gap];
            }
            if (from < ends[i]) {
                open.add(new Interval(from, ends[i]));
            }
        }
        return of(open);
    }

    /**
     * The earliest start at or after {@code fromS} such that {@code workS} seconds fit into one open interval, or
     * {@link #NEVER}.
     */
    public long earliestStart(long fromS, long workS) {
        for (int i = firstEndingAfter(fromS); i < starts.length; i++) {
            long start = Math.max(fromS, starts[i]);
            if (start + workS <= ends[i]) {
                return start;
            }
        }
        return NEVER;
    }

    /**
     * When so many open seconds have passed since {@code fromS}, closed ones not counted; {@link #NEVER} when the
     * calendar ends before.
     */
    public long endOfWork(long fromS, long workS) {
        int first = firstEndingAfter(fromS);
        if (workS == 0) {
            return fromS;
        }
        if (first == starts.length) {
            return NEVER;
        }
        long target = openBefore[first] + Math.max(0, fromS - starts[first]) + workS;
        int found = Arrays.binarySearch(openBefore, first, starts.length, target);
        int last = found >= 0 ? found - 1 : -found - 2;
        long end = starts[last] + target - openBefore[last];
        return end <= ends[last] ? end : NEVER;
    }

    /** Whether every second of {@code [fromS, toS)} is open; an empty stretch always is. */
    public boolean isOpen(long fromS, long toS) {
        if (toS <= fromS) {
            return true;
        }
        int i = firstEndingAfter(fromS);
        return i < starts.length && starts[i] <= fromS && toS <= ends[i];
    }

    /** The open intervals in order of time, merged. */
    public List<Interval> listOpen() {
        var open = new ArrayList<Interval>(starts.length);
        for (int i = 0; i < starts.length; i++) {
            open.add(new Interval(starts[i], ends[i]));
        }
        return List.copyOf(open);
    }

    private int firstEndingAfter(long timeS) {
        int found = Arrays.binarySearch(ends, timeS);
        return found >= 0 ? found + 1 : -found - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkCalendar calendar
                && Arrays.equals(starts, calendar.starts)
                && Arrays.equals(ends, calendar.ends);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(starts) + Arrays.hashCode(ends);
    }

    @Override
    public String toString() {
        return this.equals(ALWAYS) ? "always open" : listOpen().toString();
    }
}
