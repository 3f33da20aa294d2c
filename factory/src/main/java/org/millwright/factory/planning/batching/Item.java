package org.millwright.factory.planning.batching;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.millwright.geometry.Region;

/**
 * A unit that waits for its place.
 *
 * @param unit its id
 * @param shape what has the same shape as another unit has the same name here
 * @param footprint the room it needs, in the coordinates of its design
 * @param heightMm of a unit on a plate; 0 when it is flat
 * @param runTime what it adds to the run
 * @param dueAt the earliest ones are placed first
 */
public record Item(UUID unit, String shape, Region footprint, double heightMm, Duration runTime, Instant dueAt) {
    double areaMm2() {
        return footprint.areaMm2();
    }
}
