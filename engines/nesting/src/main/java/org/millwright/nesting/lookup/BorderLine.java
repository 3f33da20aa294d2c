package org.millwright.nesting.lookup;

/**
 * Where the border of a no-fit polygon runs through a small cell, as a straight line between two places on the cell's rim,
 * in 16 bits: where those who follow the rim anticlockwise leave the overlap, and where they enter it. Where both are the
 * same there is no line; the number then says why.
 */
final class BorderLine {
    /** Nobody looked yet. */
    static final short UNKNOWN = 0;

    /** The cell has a border, and nobody has asked yet where. */
    static final short MIXED = 0x0101;

    /** Nothing overlaps in this cell. */
    static final short NONE = (short) 0xFEFE;

    /** Wherever it is in this cell it overlaps. */
    static final short ALL = (short) 0xFDFD;

    /** The border is no straight line here. */
    static final short CROOKED = -1;

    /** A line is looked for after so many questions; that takes up to eighteen more. */
    private static final int WORTH = 14;

    /** Places on each side of the rim; sides are numbered anticlockwise from the low one. */
    private static final int SIDE = 64;

    private static final int BITS = 8;
    private static final int MASK = (1 << BITS) - 1;
    private static final int BOTH = (1 << BITS) + 1;
    /** In the middle a line may be off by so much of the cell. */
    private static final double TOLERANCE = 1.0 / 32;

    private static final double[] X = new double[4 * SIDE];
    private static final double[] Y = new double[4 * SIDE];

    static {
        for (int place = 0; place < X.length; place++) {
            double along = (place % SIDE + 0.5) / SIDE;
            X[place] = rimX(place / SIDE, along);
            Y[place] = rimY(place / SIDE, along);
        }
    }

    /** Whether figures overlap at a place in the cell, which reaches from 0 to 1. */
    interface Cell {
        boolean overlaps(double x, double y);
    }

    private BorderLine() {}

    static boolean isLine(short line) {
        return (line >> BITS & MASK) != (line & MASK);
    }

    /** Whether a place in the cell lies on that side of the line where figures overlap. */
    static boolean overlaps(short line, double x, double y) {
        int leave = line >> BITS & MASK;
        int enter = line & MASK;
        return (X[enter] - X[leave]) * (y - Y[leave]) - (Y[enter] - Y[leave]) * (x - X[leave]) > 0;
    }

    /** What to keep after somebody asked where there is no line: one more question counted, or the line if that pays by now. */
    static short asked(short line, Cell cell) {
        if (line == CROOKED) {
            return CROOKED;
        }
        int questions = (line & MASK) + 1;
        return questions <= WORTH ? (short) (questions * BOTH) : find(cell);
    }

    private static short find(Cell cell) {
        int leave = -1;
        int enter = -1;
        boolean first = isIn(cell, 0, 0);
        boolean here = first;
        for (int side = 0; side < 4; side++) {
            boolean next = side == 3 ? first : isIn(cell, side + 1, 0);
            if (here != next) {
                if (here ? leave >= 0 : enter >= 0) {
                    return CROOKED;
                }
                int place = side * SIDE + lastLike(here, cell, side);
                leave = here ? place : leave;
                enter = here ? enter : place;
            }
            here = next;
        }
        return leave >= 0 && enter >= 0 && isStraight(leave, enter, cell) ? (short) (leave << BITS | enter) : CROOKED;
    }

    /** Number of the last place on a side that is like its beginning. */
    private static int lastLike(boolean begin, Cell cell, int side) {
        int low = 0;
        int high = SIDE;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (isIn(cell, side, (double) middle / SIDE) == begin) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isStraight(int leave, int enter, Cell cell) {
        double dx = X[enter] - X[leave];
        double dy = Y[enter] - Y[leave];
        double off = TOLERANCE / Math.hypot(dx, dy);
        double x = (X[enter] + X[leave]) / 2;
        double y = (Y[enter] + Y[leave]) / 2;
        return cell.overlaps(x - off * dy, y + off * dx) && !cell.overlaps(x + off * dy, y - off * dx);
    }

    private static boolean isIn(Cell cell, int side, double along) {
        return cell.overlaps(rimX(side, along), rimY(side, along));
    }

    private static double rimX(int side, double along) {
        return switch (side) {
            case 0 -> along;
            case 1 -> 1;
            case 2 -> 1 - along;
            default -> 0;
        };
    }

    private static double rimY(int side, double along) {
        return switch (side) {
            case 0 -> 0;
            case 1 -> along;
            case 2 -> 1;
            default -> 1 - along;
        };
    }
}
