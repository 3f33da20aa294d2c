package org.millwright.factory.quoting.web;

import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Design;
import org.millwright.geometry.features.Orientation;

/**
 * A part laid on one of its sides, with what speaks for and against it and what it would cost that way.
 *
 * @param design the part as it lies
 * @param way with its offer; null when it cannot be offered
 * @param drawn whether it lies so in its file
 * @param supportShare volume of supports as a share of the part's
 * @param heightShare height as a share of the largest side
 * @param missingContact share of the wanted bed contact that is missing
 */
public record Side(
        Design design,
        Orientation orientation,
        @Nullable Way way,
        boolean drawn,
        double supportShare,
        double heightShare,
        double missingContact) {
    private static final Orientation.Weights WEIGHTS = Orientation.Weights.USUAL;

    public double supportPoints() {
        return WEIGHTS.support() * supportShare;
    }

    public double heightPoints() {
        return WEIGHTS.height() * heightShare;
    }

    public double contactPoints() {
        return WEIGHTS.contact() * missingContact;
    }

    public boolean possible() {
        return way != null && way.possible();
    }
}
