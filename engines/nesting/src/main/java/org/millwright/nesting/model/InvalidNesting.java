package org.millwright.nesting.model;

import java.util.List;

/** A nesting problem that contradicts itself; carries everything that is wrong with it. */
public final class InvalidNesting extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> violations;

    public InvalidNesting(List<String> violations) {
        super("What is wrong with the nesting problem:%n- %s"
                .formatted(String.join(System.lineSeparator() + "- ", violations)));
        this.violations = List.copyOf(violations);
    }

    public List<String> violations() {
        return violations;
    }
}
