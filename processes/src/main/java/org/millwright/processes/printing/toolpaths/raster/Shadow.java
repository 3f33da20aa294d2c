package org.millwright.processes.printing.toolpaths.raster;

import java.util.List;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.mesh.Silhouette;
import org.millwright.geometry.outline.Regions;
import org.millwright.geometry.slicing.Slicer;
import org.millwright.nesting.model.InvalidShape;
import org.millwright.nesting.model.Polygon;

/**
 * The shadow of a part on the plate, at all heights together. It covers the part everywhere, reaches at most three cells of
 * a {@link Grid} beyond it in hollows, and never beyond the convex hull. Damaged meshes have one like any other.
 */
public final class Shadow {
    /** Hollows that free less of the hull than this are not worth their corners. */
    private static final double WORTH_SHARE = 0.04;

    private final Mesh mesh;
    private final double lowMm;
    private final double highMm;
    private final Grid grid;
    private final Mask mask;
    /** The piece of a triangle in hand, in cells and mm; a triangle between two heights has at most five corners. */
    private final double[] u = new double[8];

    private final double[] v = new double[8];
    private final double[] z = new double[8];
    private final double[] oldU = new double[8];
    private final double[] oldV = new double[8];
    private final double[] oldZ = new double[8];
    private int size;

    private Shadow(Mesh mesh, double lowMm, double highMm) {
        this.mesh = mesh;
        this.lowMm = lowMm;
        this.highMm = highMm;
        grid = new Grid(mesh.bounds(), 0);
        mask = Mask.empty(grid);
    }

    /** Throws {@link IllegalArgumentException} when the mesh has no extent seen from above. */
    public static Region of(Mesh mesh) {
        Region hull = Silhouette.convex(mesh);
        List<Region> covered =
                new Shadow(mesh, mesh.bounds().min().z(), mesh.bounds().max().z()).covered();
        if (covered.size() != 1) {
            return hull;
        }
        List<Region> within = Regions.intersection(covered, List.of(hull));
        return within.size() == 1 && within.getFirst().areaMm2() < (1 - WORTH_SHARE) * hull.areaMm2()
                ? within.getFirst()
                : hull;
    }

    /**
     * The shadow of what a closed part has between two heights, within its shadow at all heights; that one where there are
     * several pieces or none.
     *
     * @param lowMm as z in the part's own coordinates, like {@code highMm}
     * @param whole its shadow at all heights
     */
    public static Region between(Mesh mesh, double lowMm, double highMm, Region whole) {
        var shadow = new Shadow(mesh, lowMm, highMm);
        // What a section in the middle does not have, but another one does, lies above or below some triangle between
        // them.
        shadow.cover(Slicer.at(mesh, (lowMm + highMm) / 2));
        List<Region> within = Regions.intersection(shadow.covered(), List.of(whole));
        return within.size() == 1 ? within.getFirst() : whole;
    }

    /** The shadow on the grid of the nesting engine; the box around it where the grid spoils it. */
    public static Polygon polygon(Region shadow) {
        try {
            return Polygon.ofMm(
                    shadow.outer().coordinates(),
                    shadow.holes().stream().map(Ring::coordinates).toList());
        } catch (InvalidShape spoilt) {
            Bounds box = new Outline(List.of(shadow), List.of()).bounds();
            return Polygon.ofMm(
                    box.min().x(),
                    box.min().y(),
                    box.max().x(),
                    box.min().y(),
                    box.max().x(),
                    box.max().y(),
                    box.min().x(),
                    box.max().y());
        }
    }

    private void cover(List<Region> section) {
        Mask inside = grid.touched(section);
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                if (inside.has(column, row)) {
                    mask.set(column, row);
                }
            }
        }
    }

    private List<Region> covered() {
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            size = 3;
            for (int corner = 0; corner < 3; corner++) {
                int vertex = mesh.corner(triangle, corner);
                u[corner] = grid.column(mesh.x(vertex), mesh.y(vertex));
                v[corner] = grid.row(mesh.x(vertex), mesh.y(vertex));
                z[corner] = mesh.z(vertex);
            }
            clip(lowMm, 1);
            clip(highMm, -1);
            cover();
        }
        // Grown by as much as simplifying may take away.
        return Regions.simplified(Regions.growSquare(mask.regions(), grid.cellMm()), grid.cellMm());
    }

    /** Cuts off what lies below a height, or above it when {@code sign} is -1. */
    private void clip(double heightMm, int sign) {
        boolean all = true;
        for (int k = 0; k < size; k++) {
            all &= sign * (z[k] - heightMm) >= 0;
        }
        if (all) {
            return;
        }
        int corners = size;
        System.arraycopy(u, 0, oldU, 0, corners);
        System.arraycopy(v, 0, oldV, 0, corners);
        System.arraycopy(z, 0, oldZ, 0, corners);
        size = 0;
        for (int k = 0; k < corners; k++) {
            int next = (k + 1) % corners;
            boolean in = sign * (oldZ[k] - heightMm) >= 0;
            if (in) {
                add(oldU[k], oldV[k], oldZ[k]);
            }
            if (in != sign * (oldZ[next] - heightMm) >= 0) {
                double share = (heightMm - oldZ[k]) / (oldZ[next] - oldZ[k]);
                add(oldU[k] + share * (oldU[next] - oldU[k]), oldV[k] + share * (oldV[next] - oldV[k]), heightMm);
            }
        }
    }

    private void add(double newU, double newV, double newZ) {
        u[size] = newU;
        v[size] = newV;
        z[size++] = newZ;
    }

    /** Every cell that the convex piece in hand touches. */
    private void cover() {
        double lowest = Double.POSITIVE_INFINITY, highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < size; k++) {
            lowest = Math.min(lowest, v[k]);
            highest = Math.max(highest, v[k]);
        }
        for (int row = (int) Math.floor(lowest); row <= highest; row++) {
            double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < size; k++) {
                int next = (k + 1) % size;
                if (Math.max(v[k], v[next]) >= row && Math.min(v[k], v[next]) <= row + 1) {
                    double one = at(k, next, row), other = at(next, k, row);
                    low = Math.min(low, Math.min(one, other));
                    high = Math.max(high, Math.max(one, other));
                }
            }
            for (int column = (int) Math.floor(low); column <= high; column++) {
                mask.set(column, row);
            }
        }
    }

    /** Where an edge enters the row, seen from its first end. */
    private double at(int from, int to, int row) {
        double inside = Math.clamp(v[from], row, row + 1.0);
        return inside == v[from] ? u[from] : u[from] + (inside - v[from]) / (v[to] - v[from]) * (u[to] - u[from]);
    }
}
