package org.millwright.factory.production;

import java.util.List;
import java.util.Map;

/** Whether a task or a run may start now. */
public sealed interface Permit {
    /** Every condition holds. */
    record Granted() implements Permit {}

    /** At least one condition does not hold; all of them are named at once. */
    record Refused(List<Unmet> unmet) implements Permit {
        public Refused {
            unmet = List.copyOf(unmet);
            if (unmet.isEmpty()) {
                throw new IllegalArgumentException("A refusal names at least one condition.");
            }
        }
    }

    static Permit of(List<Unmet> unmet) {
        return unmet.isEmpty() ? new Granted() : new Refused(unmet);
    }

    default boolean isGranted() {
        return this instanceof Granted;
    }

    /** The conditions that do not hold; empty when granted. */
    default List<Unmet> listUnmet() {
        return this instanceof Refused refused ? refused.unmet() : List.of();
    }

    /**
     * A condition that does not hold.
     *
     * @param condition {@code bed-clear}, {@code material-loaded}, {@code lot-usable}, {@code operator-qualified},
     *     {@code machine-ready}, {@code machine-in-service}, {@code predecessors-done} or {@code units-released}; its words
     *     are in the message bundle under {@code condition.<name>}
     * @param args what the words mention, by name
     */
    record Unmet(String condition, Map<String, Object> args) {
        public Unmet {
            args = Map.copyOf(args);
        }
    }
}
