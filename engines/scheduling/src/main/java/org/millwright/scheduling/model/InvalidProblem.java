package org.millwright.scheduling.model;

import java.util.List;

/** A problem that contradicts itself; carries everything that is wrong with it, not only the first thing. */
public final class InvalidProblem extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> violations;

    public InvalidProblem(List<String> violations) {
        super("What is wrong with the scheduling problem:%n- %s"
                .formatted(String.join(System.lineSeparator() + "- ", violations)));
        this.violations = List.copyOf(violations);
    }

    public List<String> violations() {
        return violations;
    }
}
