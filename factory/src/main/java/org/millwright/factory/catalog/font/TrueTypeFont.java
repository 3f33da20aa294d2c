package org.millwright.factory.catalog.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The letters of a TrueType font (OpenType specification 1.9: {@code cmap} format 4, {@code glyf}, {@code hmtx},
 * {@code kern} format 0). Lengths are shares of the em.
 */
public final class TrueTypeFont {
    private static final TrueTypeFont NUNITO = read("/catalog/Nunito-ExtraBold.ttf");
    private static final int LONG_HEADER = 12;
    private static final int ENTRY = 16;

    private final Map<String, ByteBuffer> tables = new HashMap<>();
    private final Map<Integer, Integer> glyphs;
    private final Map<Long, Integer> kerning;
    private final GlyphReader reader;
    private final double unitsPerEm;
    private final int advances;

    private TrueTypeFont(ByteBuffer file) {
        int count = file.getShort(4);
        for (int i = 0; i < count; i++) {
            int entry = LONG_HEADER + i * ENTRY;
            byte[] tag = new byte[4];
            file.get(entry, tag);
            tables.put(
                    new String(tag, StandardCharsets.US_ASCII),
                    file.slice(file.getInt(entry + 8), file.getInt(entry + 12)));
        }
        unitsPerEm = table("head").getShort(18);
        advances = table("hhea").getShort(34);
        glyphs = CharacterMap.read(table("cmap"));
        kerning = Kerning.read(table("kern"));
        reader = new GlyphReader(table("glyf"), table("loca"), table("head").getShort(50) != 0);
    }

    /** The bold, round font that comes with the program: Latin and Cyrillic. */
    public static TrueTypeFont nunito() {
        return NUNITO;
    }

    private static TrueTypeFont read(String resource) {
        try (InputStream in = Objects.requireNonNull(TrueTypeFont.class.getResourceAsStream(resource), resource)) {
            return new TrueTypeFont(ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException failed) {
            throw new UncheckedIOException("The font %s cannot be read.".formatted(resource), failed);
        }
    }

    /** Whether there is a drawing for the character, or it is a blank. */
    public boolean has(int codePoint) {
        return glyphs.containsKey(codePoint);
    }

    /** From one letter to the next, kerning not included. */
    double advance(int codePoint) {
        int glyph = glyph(codePoint);
        int at = Math.min(glyph, advances - 1) * 4;
        return Short.toUnsignedInt(table("hmtx").getShort(at)) / unitsPerEm;
    }

    /** How much closer (negative) or farther two letters stand than their widths say. */
    double kerning(int left, int right) {
        return kerning.getOrDefault((long) glyph(left) << 32 | glyph(right), 0) / unitsPerEm;
    }

    /** Height of flat capital letters, as the table {@code OS/2} says. */
    double capitals() {
        return table("OS/2").getShort(88) / unitsPerEm;
    }

    GlyphContours contours(int codePoint) {
        return reader.read(glyph(codePoint), 1 / unitsPerEm);
    }

    private int glyph(int codePoint) {
        Integer glyph = glyphs.get(codePoint);
        if (glyph == null) {
            throw new IllegalArgumentException(
                    "The font has no letter for %s.\nMaybe ask has() first.".formatted(Character.getName(codePoint)));
        }
        return glyph;
    }

    private ByteBuffer table(String tag) {
        return Objects.requireNonNull(tables.get(tag), tag);
    }
}
