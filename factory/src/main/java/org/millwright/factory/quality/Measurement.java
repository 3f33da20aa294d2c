package org.millwright.factory.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.Actor;

/**
 * One measurement or look at one characteristic of one unit. A later one of the same characteristic replaces it.
 *
 * @param characteristic name of the characteristic
 * @param valueMm what was measured; null for visual checks
 * @param ok whether it is within the limits
 * @param simulated whether a simulated person measured
 */
public record Measurement(
        String characteristic, @Nullable Double valueMm, boolean ok, Actor by, Instant at, boolean simulated) {}
