package org.millwright.factory.catalog.font;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads drawings of letters from the table {@code glyf}; letters may be put together from others. */
final class GlyphReader {
    private static final int ON_CURVE = 1;
    private static final int SHORT_X = 2;
    private static final int SHORT_Y = 4;
    private static final int REPEAT = 8;
    private static final int SAME_X = 16;
    private static final int SAME_Y = 32;
    private static final int WORDS = 1;
    private static final int ARE_OFFSETS = 2;
    private static final int SCALE = 8;
    private static final int MORE = 32;
    private static final int SCALE_XY = 64;
    private static final int MATRIX = 128;
    private static final double F2DOT14 = 16384;
    /** Chords of each quadratic curve: at letters of 40 mm off by less than 0.03 mm. */
    private static final int CHORDS = 8;

    private final ByteBuffer glyf;
    private final ByteBuffer loca;
    private final boolean longOffsets;

    GlyphReader(ByteBuffer glyf, ByteBuffer loca, boolean longOffsets) {
        this.glyf = glyf;
        this.loca = loca;
        this.longOffsets = longOffsets;
    }

    GlyphContours read(int glyph, double scale) {
        var lines = new ArrayList<double[]>();
        add(glyph, new double[] {scale, 0, 0, scale, 0, 0}, lines);
        return new GlyphContours(lines);
    }

    private int offset(int glyph) {
        return longOffsets ? loca.getInt(4 * glyph) : 2 * Short.toUnsignedInt(loca.getShort(2 * glyph));
    }

    private void add(int glyph, double[] matrix, List<double[]> lines) {
        int at = offset(glyph);
        if (at == offset(glyph + 1)) {
            return;
        }
        int contours = glyf.getShort(at);
        if (contours < 0) {
            addParts(at + 10, matrix, lines);
        } else {
            addSimple(at + 10, contours, matrix, lines);
        }
    }

    private void addParts(int first, double[] outer, List<double[]> lines) {
        int at = first;
        int flags = MORE;
        while ((flags & MORE) != 0) {
            flags = Short.toUnsignedInt(glyf.getShort(at));
            int part = Short.toUnsignedInt(glyf.getShort(at + 2));
            at += 4;
            boolean words = (flags & WORDS) != 0;
            double dx = words ? glyf.getShort(at) : glyf.get(at);
            double dy = words ? glyf.getShort(at + 2) : glyf.get(at + 1);
            at += words ? 4 : 2;
            if ((flags & ARE_OFFSETS) == 0) {
                throw new IllegalStateException("Parts of glyphs that are placed by points are not read.");
            }
            double a = 1, b = 0, c = 0, d = 1;
            if ((flags & SCALE) != 0) {
                a = d = glyf.getShort(at) / F2DOT14;
                at += 2;
            } else if ((flags & SCALE_XY) != 0) {
                a = glyf.getShort(at) / F2DOT14;
                d = glyf.getShort(at + 2) / F2DOT14;
                at += 4;
            } else if ((flags & MATRIX) != 0) {
                a = glyf.getShort(at) / F2DOT14;
                b = glyf.getShort(at + 2) / F2DOT14;
                c = glyf.getShort(at + 4) / F2DOT14;
                d = glyf.getShort(at + 6) / F2DOT14;
                at += 8;
            }
            double s = outer[0];
            add(part, new double[] {s * a, s * b, s * c, s * d, outer[4] + s * dx, outer[5] + s * dy}, lines);
        }
    }

    private void addSimple(int first, int contours, double[] matrix, List<double[]> lines) {
        int[] ends = new int[contours];
        for (int i = 0; i < contours; i++) {
            ends[i] = Short.toUnsignedInt(glyf.getShort(first + 2 * i));
        }
        int points = contours == 0 ? 0 : ends[contours - 1] + 1;
        int at = first + 2 * contours;
        at += 2 + Short.toUnsignedInt(glyf.getShort(at));
        int[] flags = new int[points];
        for (int i = 0; i < points; i++) {
            int flag = Byte.toUnsignedInt(glyf.get(at++));
            flags[i] = flag;
            if ((flag & REPEAT) != 0) {
                int more = Byte.toUnsignedInt(glyf.get(at++));
                for (; more > 0; more--) {
                    flags[++i] = flag;
                }
            }
        }
        double[] x = new double[points];
        at = coordinates(at, flags, x, SHORT_X, SAME_X);
        double[] y = new double[points];
        coordinates(at, flags, y, SHORT_Y, SAME_Y);
        int start = 0;
        for (int end : ends) {
            lines.add(flattened(x, y, flags, start, end + 1, matrix));
            start = end + 1;
        }
    }

    private int coordinates(int from, int[] flags, double[] values, int isShort, int isSame) {
        int at = from;
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            if ((flags[i] & isShort) != 0) {
                int step = Byte.toUnsignedInt(glyf.get(at++));
                value += (flags[i] & isSame) != 0 ? step : -step;
            } else if ((flags[i] & isSame) == 0) {
                value += glyf.getShort(at);
                at += 2;
            }
            values[i] = value;
        }
        return at;
    }

    /** Between two points off the curve lies one on it, halfway. */
    private static double[] flattened(double[] x, double[] y, int[] flags, int start, int end, double[] matrix) {
        int count = end - start;
        var line = new ArrayList<double[]>();
        for (int i = 0; i < count; i++) {
            int here = start + i;
            int next = start + (i + 1) % count;
            int before = start + (i + count - 1) % count;
            if ((flags[here] & ON_CURVE) != 0) {
                line.add(new double[] {x[here], y[here]});
                continue;
            }
            boolean fromOn = (flags[before] & ON_CURVE) != 0;
            boolean toOn = (flags[next] & ON_CURVE) != 0;
            double ax = fromOn ? x[before] : (x[before] + x[here]) / 2;
            double ay = fromOn ? y[before] : (y[before] + y[here]) / 2;
            double bx = toOn ? x[next] : (x[here] + x[next]) / 2;
            double by = toOn ? y[next] : (y[here] + y[next]) / 2;
            for (int k = 1; k <= (toOn ? CHORDS - 1 : CHORDS); k++) {
                double t = k / (double) CHORDS;
                double u = 1 - t;
                line.add(new double[] {
                    u * u * ax + 2 * u * t * x[here] + t * t * bx, u * u * ay + 2 * u * t * y[here] + t * t * by
                });
            }
        }
        double[] xy = new double[2 * line.size()];
        for (int i = 0; i < line.size(); i++) {
            double px = line.get(i)[0];
            double py = line.get(i)[1];
            xy[2 * i] = matrix[0] * px + matrix[2] * py + matrix[4];
            xy[2 * i + 1] = matrix[1] * px + matrix[3] * py + matrix[5];
        }
        return xy;
    }
}
