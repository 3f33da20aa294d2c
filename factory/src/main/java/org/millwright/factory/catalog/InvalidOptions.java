package org.millwright.factory.catalog;

import java.util.List;

/** Options that violate ranges or rules, all of them at once. */
public final class InvalidOptions extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public InvalidOptions(List<Violation> violations) {
        super("Some options cannot be taken: " + violations);
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
