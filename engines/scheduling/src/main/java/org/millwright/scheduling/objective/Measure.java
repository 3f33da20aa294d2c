package org.millwright.scheduling.objective;

import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.model.resource.EnergyTariff;

/** Something that a plan has a number of; less is better. */
public sealed interface Measure {
    /** What follows from the problem and the plan alone. */
    enum Figure implements Measure {
        /** Jobs that end after their deadline. */
        MISSED_DEADLINES,
        /** Sum over jobs of weight × seconds after the due date. */
        WEIGHTED_TARDINESS_S,
        /** Jobs that end after their due date. */
        LATE_JOBS,
        /** From now to the end of the last operation. */
        MAKESPAN_S,
        /**
         * Seconds that machines and benches are being set up, changeovers between families included, also the first one
         * from what a machine is set up for now. A batch is set up once.
         */
        SETUP_S
    }

    /**
     * What the runs of all machines cost, in the tariff's unit: money, or grams of carbon dioxide. A batch costs as much
     * as one run; the rests of a run that pauses are paid too.
     */
    record Energy(EnergyTariff tariff) implements Measure {}

    /**
     * Operations of an earlier plan that start at another time, stand on another machine or are left out.
     *
     * @param from the earlier plan; its operations that are no longer asked for do not count
     */
    record MovedOperations(Timetable from) implements Measure {}

    /**
     * How much a plan lacks in robustness: sum over operations of the seconds by which less than {@code wantedS} is left
     * before the operation, ending later, would move another or make its job late.
     *
     * @param wantedS above 0
     */
    record SlackShortfall(long wantedS) implements Measure {
        public SlackShortfall {
            if (wantedS <= 0) {
                throw new IllegalArgumentException("Slack wanted is %d s; it must be above 0.".formatted(wantedS));
            }
        }
    }
}
