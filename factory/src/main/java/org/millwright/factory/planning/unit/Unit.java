package org.millwright.factory.planning.unit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.platform.identity.FactoryId;

/**
 * One thing that is made, from its first plan to its parcel.
 *
 * @param serial short and unique in the world, on label and passport
 * @param reference the order line
 * @param build the plate or sheet it is made on; null until it is planned
 */
public record Unit(
        UnitId id,
        FactoryId factory,
        String serial,
        WorkOrderId workOrder,
        UUID reference,
        UnitState state,
        @Nullable BuildId build) {}
