package org.millwright.factory.ordering;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who ordered.
 *
 * @param account what they were signed in with; null for visitors and for orders that the factory wrote down for them
 */
public record Customer(String name, String email, @Nullable UUID account) {
    public Customer {
        name = name.strip();
        email = email.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A customer needs a name.");
        }
    }

    /** Somebody without an account. */
    public Customer(String name, String email) {
        this(name, email, null);
    }
}
