package org.millwright.factory.planning.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the board draws, as compact as it can be: times are seconds since 1970, rows and works are named by their place in
 * their list.
 *
 * @param version of the timetable
 * @param now the factory's time when this was read
 * @param speed factory seconds per second
 * @param zone the factory's time zone
 * @param frozenS seconds from now that the planner leaves alone
 * @param steps names of steps in the reader's language; bars name them by place
 * @param bars each {@code [work, step, machine row or -1, person row or -1, start, end, state, kind]}; states 0 planned,
 *     1 started, 2 done, 3 failed; kinds 0 prepare, 1 run, 2 remove, 3 bench
 * @param ghosts where bars stand in the plan in force that a copy of it moves: {@code [work, kind, row, start, end]}
 */
record BoardData(
        int version,
        long now,
        double speed,
        String zone,
        long frozenS,
        List<Row> rows,
        List<Work> works,
        List<String> steps,
        List<long[]> bars,
        List<long[]> ghosts) {
    /**
     * A machine or a person.
     *
     * @param kind {@code machine} or {@code person}
     * @param open when it works: {@code [start, end]}
     * @param down when it cannot
     */
    record Row(String id, String kind, String group, String name, List<long[]> open, List<Down> down) {}

    record Down(long from, long until, String reason) {}

    /**
     * What moves as one.
     *
     * @param id of the bar
     * @param label number of the build or order
     * @param orders numbers of the orders it is for
     * @param colour 1 to 6
     * @param rows machines it may run on, by row
     * @param due the earliest promise among its orders
     * @param lateS by how much the latest of its orders is late
     * @param pin 0 free, 1 pinned, 2 pinned but not there at the moment
     * @param units how many units it makes
     * @param picture address of its picture; null when it has none
     */
    record Work(
            String id,
            String label,
            List<String> orders,
            int colour,
            List<Integer> rows,
            long due,
            long lateS,
            int pin,
            int units,
            @Nullable String picture) {}
}
