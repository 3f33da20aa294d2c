package org.millwright.scheduling.tardiness.shop;

import java.util.Arrays;

/** Open stretches that repeat week by week. Time 0 begins a week; work must lie within one stretch. */
public final class WeeklyShifts {
    /** No such time. */
    public static final int NEVER = Integer.MAX_VALUE / 4;

    private final int week;
    private final int[] opens;
    private final int[] closes;

    /**
     * @param week length of the period, in the unit of all times
     * @param opens beginnings of the stretches within the period, rising
     * @param closes their ends, each after its beginning and not after the next one begins
     */
    public WeeklyShifts(int week, int[] opens, int[] closes) {
        this.week = week;
        this.opens = opens.clone();
        this.closes = closes.clone();
        for (int i = 0; i < opens.length; i++) {
            boolean ordered = closes[i] > opens[i] && (i == 0 || opens[i] >= closes[i - 1]) && closes[i] <= week;
            if (!ordered) {
                throw new IllegalArgumentException(
                        "Shift %d..%d is out of order within a period of %d.".formatted(opens[i], closes[i], week));
            }
        }
    }

    /** The earliest start at or after {@code from} so that the work fits into one stretch, or {@link #NEVER}. */
    public int earliestStart(int from, int work) {
        int base = from / week * week;
        for (int weeks = 0; weeks < 2; weeks++, base += week) {
            for (int i = 0; i < opens.length; i++) {
                int start = Math.max(from, base + opens[i]);
                if (start + work <= base + closes[i]) {
                    return start;
                }
            }
        }
        return NEVER;
    }

    /** At most so many stretches begin before a time. */
    public int stretchesUntil(long time) {
        return (int) (time / week + 1) * opens.length;
    }

    /**
     * Stretches of possible starts, counted in cells of a grid: a cell belongs to one when work may start within it.
     *
     * @param grain length of a cell
     * @param firstCell where the first stretch may begin
     * @param lastCell where the last one may end
     * @param begins filled with first cells; as long as {@link #stretchesUntil} says of the last cell's end
     * @param ends filled with last cells
     * @return how many there are
     */
    public int startsWithin(int grain, int work, int firstCell, int lastCell, int[] begins, int[] ends) {
        int count = 0;
        long until = (long) lastCell * grain;
        for (long base = (long) firstCell * grain / week * week; base <= until; base += week) {
            for (int i = 0; i < opens.length; i++) {
                if (work <= closes[i] - opens[i]) {
                    long from = Math.max(firstCell, (base + opens[i]) / grain);
                    long to = Math.min(lastCell, (base + closes[i] - work) / grain);
                    if (from <= to) {
                        begins[count] = (int) from;
                        ends[count++] = (int) to;
                    }
                }
            }
        }
        return count;
    }

    /** The longest stretch. */
    public int longest() {
        int longest = 0;
        for (int i = 0; i < opens.length; i++) {
            longest = Math.max(longest, closes[i] - opens[i]);
        }
        return longest;
    }

    @Override
    public String toString() {
        return Arrays.toString(opens) + " to " + Arrays.toString(closes) + " every " + week;
    }
}
