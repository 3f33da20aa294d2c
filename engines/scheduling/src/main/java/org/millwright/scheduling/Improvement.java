package org.millwright.scheduling;

import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.model.Timetable;

/**
 * A better plan found while solving.
 *
 * @param step how many plans had been built
 * @param atS seconds since solving began
 */
public record Improvement(long step, double atS, Score objective, Timetable timetable) {}
