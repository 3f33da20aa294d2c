package org.millwright.factory.ordering.line;

import java.util.Collection;
import java.util.Map;
import org.millwright.factory.planning.unit.UnitState;

/**
 * What a line still owes, counted from the states of its units. Good units count, failed ones do not.
 *
 * @param ordered quantity less what was cancelled
 * @param good released or packed
 * @param packed of the good ones
 * @param inWork planned or made and not yet judged
 * @param failed suspect or scrapped
 */
public record LineAccount(int ordered, int good, int packed, int inWork, int failed) {

    /** Counts the units of a line; cancelled units count as nothing. */
    public static LineAccount of(int ordered, Collection<UnitState> units) {
        int good = 0;
        int packed = 0;
        int inWork = 0;
        int failed = 0;
        for (UnitState unit : units) {
            switch (unit) {
                case RELEASED -> good++;
                case PACKED -> {
                    good++;
                    packed++;
                }
                case PLANNED, MADE -> inWork++;
                case SUSPECT, SCRAPPED -> failed++;
                case CANCELLED -> {}
            }
        }
        return new LineAccount(ordered, good, packed, inWork, failed);
    }

    /** The same from counts. */
    public static LineAccount of(int ordered, Map<UnitState, Integer> counts) {
        int released = counts.getOrDefault(UnitState.RELEASED, 0);
        int packed = counts.getOrDefault(UnitState.PACKED, 0);
        return new LineAccount(
                ordered,
                released + packed,
                packed,
                counts.getOrDefault(UnitState.PLANNED, 0) + counts.getOrDefault(UnitState.MADE, 0),
                counts.getOrDefault(UnitState.SUSPECT, 0) + counts.getOrDefault(UnitState.SCRAPPED, 0));
    }

    /** Good units that are still missing. */
    public int owes() {
        return Math.max(0, ordered - good);
    }

    /** Owed units that nobody is making: these must be made anew. */
    public int uncovered() {
        return Math.max(0, ordered - good - inWork);
    }

    /** Units good or in work beyond what is ordered. */
    public int surplus() {
        return Math.max(0, good + inWork - ordered);
    }

    /** Whether enough good units are packed. */
    public boolean settled() {
        return packed >= ordered;
    }
}
