package org.millwright.factory.planning.board;

import java.time.Duration;
import java.time.Instant;
import org.millwright.factory.facility.energy.EnergyDay;

/**
 * What a plan amounts to.
 *
 * @param lateOrders work orders that end after their promise
 * @param lateness by how much they are late, all together
 * @param materialChanges how often a machine goes from one material to another
 * @param lastEnd when everything is done
 * @param withoutPlace operations that find no place
 * @param energy what the runs that are not over take from the grid
 */
public record PlanFigures(
        int lateOrders,
        Duration lateness,
        int materialChanges,
        Instant lastEnd,
        int withoutPlace,
        EnergyDay.Use energy) {}
