package org.millwright.factory.inventory.posting;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;

/** Material going from accounts to accounts; the quantities of a movement add up to zero. */
public record Movement(
        FactoryId factory,
        Type type,
        UUID reference,
        Actor actor,
        List<Posting> postings,
        @Nullable String reason) {
    public enum Type {
        RECEIVE,
        RESERVE,
        RELEASE,
        CONSUME,
        ADJUST
    }

    public Movement(FactoryId factory, Type type, UUID reference, Actor actor, List<Posting> postings) {
        this(factory, type, reference, actor, postings, null);
    }

    public Movement {
        // Postings of nothing say nothing.
        postings = postings.stream().filter(posting -> posting.quantity() != 0).toList();
        long sum = postings.stream().mapToLong(Posting::quantity).sum();
        if (sum != 0) {
            throw new IllegalArgumentException("A movement adds up to 0, got %d from %s.".formatted(sum, postings));
        }
    }
}
