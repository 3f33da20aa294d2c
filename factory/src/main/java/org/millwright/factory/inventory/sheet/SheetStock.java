package org.millwright.factory.inventory.sheet;

import org.jspecify.annotations.Nullable;
import org.millwright.factory.inventory.LotId;

/**
 * Sheets of one lot that may be reserved.
 *
 * @param pieces at least 1
 * @param remnant whether it is a rest, to be used first
 * @param outline null for rectangles
 */
public record SheetStock(
        LotId lot,
        double widthMm,
        double heightMm,
        int pieces,
        boolean remnant,
        @Nullable PieceOutline outline) {}
