package org.millwright.factory.catalog.font;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Pairs of glyphs that stand closer or farther: the table {@code kern}, subtables of format 0. */
final class Kerning {
    private static final int PAIR = 6;

    private Kerning() {}

    /** Keys hold the left glyph in the upper and the right one in the lower half. */
    static Map<Long, Integer> read(ByteBuffer kern) {
        var pairs = new HashMap<Long, Integer>();
        int at = 4;
        for (int table = Short.toUnsignedInt(kern.getShort(2)); table > 0; table--) {
            int count = Short.toUnsignedInt(kern.getShort(at + 6));
            int first = at + 14;
            for (int i = 0; i < count; i++) {
                long left = Short.toUnsignedInt(kern.getShort(first + i * PAIR));
                int right = Short.toUnsignedInt(kern.getShort(first + i * PAIR + 2));
                pairs.put(left << 32 | right, (int) kern.getShort(first + i * PAIR + 4));
            }
            // The table's own length field has 16 bits and overflows in large tables.
            at = first + count * PAIR;
        }
        return pairs;
    }
}
