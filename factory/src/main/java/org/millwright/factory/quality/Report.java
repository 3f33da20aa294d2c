package org.millwright.factory.quality;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.identity.FactoryId;

/**
 * What somebody outside wrote about a unit, from its passport. Nobody knows who it was.
 *
 * @param handledAt when somebody here dealt with it; null before
 */
public record Report(
        UUID id,
        FactoryId factory,
        UnitId unit,
        String serial,
        Instant at,
        String words,
        @Nullable Instant handledAt) {}
