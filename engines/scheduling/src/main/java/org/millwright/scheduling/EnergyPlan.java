package org.millwright.scheduling;

import java.util.List;
import org.millwright.scheduling.model.Timetable;

/**
 * A plan whose runs were put into cheaper hours.
 *
 * @param costBefore of all runs, in the tariff's unit
 * @param costAfter never more than before
 * @param moved operations that were put elsewhere for what their runs cost, by id; others may have made room for them
 * @param steps places that were tried
 */
public record EnergyPlan(Timetable timetable, double costBefore, double costAfter, List<String> moved, long steps) {
    public EnergyPlan {
        moved = List.copyOf(moved);
    }

    /** Told of every cheaper plan while runs are being put into cheaper hours. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param step how many places had been tried
         * @param cost of all runs, in the tariff's unit
         */
        void cheaper(long step, double cost);
    }
}
