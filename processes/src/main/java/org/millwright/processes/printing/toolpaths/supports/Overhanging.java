package org.millwright.processes.printing.toolpaths.supports;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.processes.printing.toolpaths.raster.Grid;
import org.millwright.processes.printing.toolpaths.raster.Mask;

/** Where a part hangs over level, to be drawn as threads across nothing, as cells of a grid for each layer. */
final class Overhanging {
    /** Faces flatter than this are drawn as threads across nothing. */
    private static final double FLAT = 0.995;

    private final @Nullable Mask[] flat;
    private final Grid grid;
    private final double bedMm;

    /**
     * Marks the faces of a mesh.
     *
     * @param cutsMm where each layer was cut, above the bed
     */
    Overhanging(Mesh mesh, Grid grid, double[] cutsMm) {
        this.grid = grid;
        flat = new Mask[cutsMm.length];
        bedMm = mesh.bounds().min().z();
        double outward = turned(mesh) ? -1 : 1;
        for (int face = 0; face < mesh.triangleCount(); face++) {
            int a = mesh.corner(face, 0), b = mesh.corner(face, 1), c = mesh.corner(face, 2);
            double ux = mesh.x(b) - mesh.x(a), uy = mesh.y(b) - mesh.y(a), uz = mesh.z(b) - mesh.z(a);
            double vx = mesh.x(c) - mesh.x(a), vy = mesh.y(c) - mesh.y(a), vz = mesh.z(c) - mesh.z(a);
            double nx = uy * vz - uz * vy, ny = uz * vx - ux * vz, nz = ux * vy - uy * vx;
            double down = -outward * nz / Math.sqrt(nx * nx + ny * ny + nz * nz);
            if (down > FLAT) {
                mark(mesh, face, cutsMm);
            }
        }
    }

    /** Cells of a layer that hang over level; null when there are none. */
    @Nullable
    Mask flat(int layer) {
        return flat[layer];
    }

    private void mark(Mesh mesh, int face, double[] cutsMm) {
        int a = mesh.corner(face, 0), b = mesh.corner(face, 1), c = mesh.corner(face, 2);
        double ac = grid.column(mesh.x(a), mesh.y(a)), ar = grid.row(mesh.x(a), mesh.y(a));
        double bc = grid.column(mesh.x(b), mesh.y(b)), br = grid.row(mesh.x(b), mesh.y(b));
        double cc = grid.column(mesh.x(c), mesh.y(c)), cr = grid.row(mesh.x(c), mesh.y(c));
        double twice = (bc - ac) * (cr - ar) - (cc - ac) * (br - ar);
        if (twice == 0) {
            return;
        }
        int firstRow = (int) Math.floor(Math.min(ar, Math.min(br, cr)) + 0.5);
        int lastRow = (int) Math.ceil(Math.max(ar, Math.max(br, cr)) - 0.5) - 1;
        int firstColumn = (int) Math.floor(Math.min(ac, Math.min(bc, cc)) + 0.5);
        int lastColumn = (int) Math.ceil(Math.max(ac, Math.max(bc, cc)) - 0.5) - 1;
        double za = mesh.z(a) - bedMm, zb = mesh.z(b) - bedMm, zc = mesh.z(c) - bedMm;
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                double x = column + 0.5, y = row + 0.5;
                double s = ((x - ac) * (cr - ar) - (cc - ac) * (y - ar)) / twice;
                double t = ((bc - ac) * (y - ar) - (x - ac) * (br - ar)) / twice;
                if (s >= 0 && t >= 0 && s + t <= 1) {
                    mark(za + s * (zb - za) + t * (zc - za), column, row, cutsMm);
                }
            }
        }
    }

    private void mark(double z, int column, int row, double[] cutsMm) {
        // The first layer drawn over the face is the first that was cut above it.
        int found = Arrays.binarySearch(cutsMm, z);
        int layer = found >= 0 ? found + 1 : -found - 1;
        if (layer <= 0 || layer >= cutsMm.length) {
            return;
        }
        Mask mask = flat[layer];
        if (mask == null) {
            mask = Mask.empty(grid);
            flat[layer] = mask;
        }
        mask.set(column, row);
    }

    private static boolean turned(Mesh mesh) {
        double sixfold = 0;
        double z0 = mesh.bounds().min().z();
        for (int face = 0; face < mesh.triangleCount(); face++) {
            int a = mesh.corner(face, 0), b = mesh.corner(face, 1), c = mesh.corner(face, 2);
            double twice = (mesh.x(b) - mesh.x(a)) * (mesh.y(c) - mesh.y(a))
                    - (mesh.x(c) - mesh.x(a)) * (mesh.y(b) - mesh.y(a));
            sixfold += twice * (mesh.z(a) + mesh.z(b) + mesh.z(c) - 3 * z0);
        }
        return sixfold < 0;
    }
}
