package org.millwright.factory.catalog.font;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Which glyph draws which character: segments of the table {@code cmap}, format 4. */
final class CharacterMap {
    private static final int FORMAT = 4;
    private static final int LAST = 0xffff;

    private CharacterMap() {}

    static Map<Integer, Integer> read(ByteBuffer cmap) {
        var glyphs = new HashMap<Integer, Integer>();
        int subtables = cmap.getShort(2);
        for (int i = 0; i < subtables; i++) {
            ByteBuffer table = cmap.slice(cmap.getInt(8 + 8 * i), cmap.capacity() - cmap.getInt(8 + 8 * i));
            if (table.getShort(0) == FORMAT) {
                read(table, glyphs);
            }
        }
        return glyphs;
    }

    private static void read(ByteBuffer table, Map<Integer, Integer> glyphs) {
        int segments = Short.toUnsignedInt(table.getShort(6)) / 2;
        int ends = 14;
        int starts = ends + 2 * segments + 2;
        int deltas = starts + 2 * segments;
        int offsets = deltas + 2 * segments;
        for (int i = 0; i < segments; i++) {
            int end = Short.toUnsignedInt(table.getShort(ends + 2 * i));
            int start = Short.toUnsignedInt(table.getShort(starts + 2 * i));
            int delta = table.getShort(deltas + 2 * i);
            int offset = Short.toUnsignedInt(table.getShort(offsets + 2 * i));
            for (int character = start; character <= end && character != LAST; character++) {
                int glyph = character + delta;
                if (offset != 0) {
                    int listed =
                            Short.toUnsignedInt(table.getShort(offsets + 2 * i + offset + 2 * (character - start)));
                    glyph = listed == 0 ? 0 : listed + delta;
                }
                if ((glyph & LAST) != 0) {
                    glyphs.put(character, glyph & LAST);
                }
            }
        }
    }
}
