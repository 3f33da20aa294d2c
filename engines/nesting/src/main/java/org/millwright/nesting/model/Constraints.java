package org.millwright.nesting.model;

import java.util.List;

/**
 * What a layout owes beyond quantities, distances and turns. Everything here is checked by the verifier.
 *
 * @param pins copies that lie where somebody wants them; they never move
 */
public record Constraints(List<Placement> pins) {
    private static final Constraints NONE = new Constraints(List.of());

    public Constraints {
        pins = List.copyOf(pins);
    }

    /** Nothing beyond the usual. */
    public static Constraints none() {
        return NONE;
    }

    /** The same with these pins and no others. */
    public Constraints withPins(List<Placement> pins) {
        return new Constraints(pins);
    }
}
