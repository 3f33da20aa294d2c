package org.millwright.scheduling;

import org.millwright.scheduling.construct.Score;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.objective.ObjectiveValue;

/**
 * A better plan found while solving.
 *
 * @param step how many plans had been built
 * @param atS seconds since solving began
 * @param objective figures of the plan that every search knows
 * @param value what it is worth by the objective that was asked for
 */
public record Improvement(long step, double atS, Score objective, ObjectiveValue value, Timetable timetable) {}
