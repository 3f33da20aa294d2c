package org.millwright.factory.planning.board;

import java.time.Duration;
import java.time.Instant;

/**
 * What a plan amounts to.
 *
 * @param lateOrders work orders that end after their promise
 * @param lateness by how much they are late, all together
 * @param materialChanges how often a machine goes from one material to another
 * @param lastEnd when everything is done
 * @param withoutPlace operations that find no place
 */
public record PlanFigures(int lateOrders, Duration lateness, int materialChanges, Instant lastEnd, int withoutPlace) {}
