package org.millwright.factory.people.token;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.people.AccountId;
import org.millwright.factory.platform.identity.Role;

/**
 * A key by which a program uses the API for somebody.
 *
 * @param account whose token it is; it opens nothing that the account does not open
 * @param name what its owner calls it
 * @param beginning the first letters, by which its owner recognises it
 * @param roles what it is good for, some of the account's roles
 * @param expiresAt null when it does not expire
 * @param lastUsedAt to the hour; null when it was never used
 * @param revokedAt null while it is good
 */
public record ApiToken(
        UUID id,
        AccountId account,
        String name,
        String beginning,
        Set<Role> roles,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    public ApiToken {
        roles = Set.copyOf(roles);
    }

    /** Whether it opens anything at the given time. */
    public boolean isGood(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }
}
