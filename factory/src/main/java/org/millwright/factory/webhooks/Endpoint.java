package org.millwright.factory.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.millwright.factory.platform.identity.FactoryId;

/**
 * Somebody who wants to be told.
 *
 * @param address where messages are sent with POST
 * @param types of what it wants to be told
 */
public record Endpoint(UUID id, FactoryId factory, URI address, Set<HookType> types, Instant createdAt) {
    public Endpoint {
        types = Set.copyOf(types);
    }
}
