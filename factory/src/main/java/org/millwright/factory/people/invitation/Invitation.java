package org.millwright.factory.people.invitation;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.Role;

/**
 * A link by which somebody makes an account, once.
 *
 * @param name of whom the link is for; may be changed when it is used
 * @param roles what the account will be here for
 * @param person the facility's person whom the account will stand for; null when there is none
 */
public record Invitation(
        UUID id, String name, Set<Role> roles, @Nullable UUID person, Instant createdAt, Instant expiresAt) {
    public Invitation {
        roles = Set.copyOf(roles);
    }
}
