package org.millwright.factory.planning;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.text.Saying;

/**
 * Units of one design to be made for one order line.
 *
 * @param reference the order line
 * @param waitingFor why units cannot be planned, as a message key with its arguments in {@link Waiting}; null when
 *     nothing is in the way
 */
public record WorkOrder(
        WorkOrderId id,
        FactoryId factory,
        String number,
        UUID reference,
        String orderNumber,
        DesignId design,
        String process,
        String materialId,
        int quantity,
        Map<String, Double> options,
        Instant dueAt,
        double weight,
        WorkOrderState state,
        @Nullable Waiting waitingFor) {
    public WorkOrder {
        options = Map.copyOf(options);
    }

    /**
     * Why planning had to leave units behind.
     *
     * @param reason {@code material}, {@code sheet}, {@code machine}, {@code person}, {@code room} or {@code program}; the words live
     *     in the bundle {@code planning} under {@code waiting.<reason>}
     * @param detail what is missing, ready to read
     */
    public record Waiting(String reason, Saying detail) {}
}
