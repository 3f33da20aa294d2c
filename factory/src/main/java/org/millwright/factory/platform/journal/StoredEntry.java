package org.millwright.factory.platform.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;

/**
 * A journal entry as it stands in the chain of its factory.
 *
 * @param sequence place in the chain, from 1 without gaps
 * @param at factory time when it happened
 * @param recordedAt real time when it was written
 * @param payload as read back: whole numbers are {@code Long}, decimals {@code Double}, everything exact is text
 * @param previousHash hash of the entry before, 64 hexadecimal digits; all zeros for the first
 * @param hash SHA-256 over everything above
 */
public record StoredEntry(
        FactoryId factory,
        long sequence,
        Instant at,
        Instant recordedAt,
        Actor actor,
        String type,
        String subjectKind,
        UUID subject,
        @Nullable UUID cause,
        List<Ref> refs,
        Map<String, Object> payload,
        String previousHash,
        String hash) {}
