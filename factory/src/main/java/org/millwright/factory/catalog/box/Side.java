package org.millwright.factory.catalog.box;

import java.util.function.IntPredicate;

/**
 * One edge of a panel: which of its pieces, counted along the edge from the lower end, the panel owns. Between its corners
 * there is an odd number of pieces.
 */
record Side(int pieces, IntPredicate owns) {
    static Side even(int pieces) {
        return new Side(pieces, piece -> piece % 2 == 0);
    }

    static Side odd(int pieces) {
        return new Side(pieces, piece -> piece % 2 == 1);
    }

    static Side whole(int pieces) {
        return new Side(pieces, piece -> true);
    }
}
