package org.millwright.factory.ordering;

/** Who ordered. */
public record Customer(String name, String email) {
    public Customer {
        name = name.strip();
        email = email.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A customer needs a name.");
        }
    }
}
