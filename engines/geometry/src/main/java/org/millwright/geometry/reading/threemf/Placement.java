package org.millwright.geometry.reading.threemf;

import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.source.Numbers;

/** An affine map of space; a point is a row multiplied from the left, as 3MF writes it: rows x, y, z and the shift. */
record Placement(
        double xx,
        double xy,
        double xz,
        double yx,
        double yy,
        double yz,
        double zx,
        double zy,
        double zz,
        double dx,
        double dy,
        double dz) {
    static final Placement NONE = new Placement(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);

    static Placement parse(String transform, String part) throws UnreadableShape {
        String[] words = transform.strip().split("\\s+", 14);
        var n = new double[12];
        boolean sound = words.length == 12;
        for (int i = 0; sound && i < 12; i++) {
            n[i] = Numbers.parse(words[i]);
            sound = Math.abs(n[i]) <= 1e12;
        }
        if (!sound) {
            throw new UnreadableShape(
                    "The part '%s' of the 3MF file has a transform that is not twelve numbers.".formatted(part),
                    "Export the design again from the program it was drawn in.");
        }
        return new Placement(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11]);
    }

    double x(double x, double y, double z) {
        return x * xx + y * yx + z * zx + dx;
    }

    double y(double x, double y, double z) {
        return x * xy + y * yy + z * zy + dy;
    }

    double z(double x, double y, double z) {
        return x * xz + y * yz + z * zz + dz;
    }

    boolean mirrors() {
        return xx * (yy * zz - yz * zy) - xy * (yx * zz - yz * zx) + xz * (yx * zy - yy * zx) < 0;
    }

    /** First {@code inner}, then this. */
    Placement after(Placement inner) {
        return new Placement(
                row(inner.xx, inner.xy, inner.xz, 0), row(inner.xx, inner.xy, inner.xz, 1),
                row(inner.xx, inner.xy, inner.xz, 2), row(inner.yx, inner.yy, inner.yz, 0),
                row(inner.yx, inner.yy, inner.yz, 1), row(inner.yx, inner.yy, inner.yz, 2),
                row(inner.zx, inner.zy, inner.zz, 0), row(inner.zx, inner.zy, inner.zz, 1),
                row(inner.zx, inner.zy, inner.zz, 2), x(inner.dx, inner.dy, inner.dz),
                y(inner.dx, inner.dy, inner.dz), z(inner.dx, inner.dy, inner.dz));
    }

    private double row(double x, double y, double z, int column) {
        return switch (column) {
            case 0 -> x * xx + y * yx + z * zx;
            case 1 -> x * xy + y * yy + z * zy;
            default -> x * xz + y * yz + z * zz;
        };
    }
}
