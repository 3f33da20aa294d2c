package org.millwright.processes.printing.toolpaths.raster;

import java.util.List;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.geometry.mesh.Silhouette;
import org.millwright.geometry.outline.Regions;

/**
 * The shadow of a part on the plate, at all heights together. It covers the part everywhere, reaches at most three cells of
 * a {@link Grid} beyond it in hollows, and never beyond the convex hull. Damaged meshes have one like any other.
 */
public final class Shadow {
    /** Hollows that free less of the hull than this are not worth their corners. */
    private static final double WORTH_SHARE = 0.04;

    private final Mesh mesh;
    private final Grid grid;
    private final Mask mask;

    private Shadow(Mesh mesh) {
        this.mesh = mesh;
        grid = new Grid(mesh.bounds(), 0);
        mask = Mask.empty(grid);
    }

    /** Throws {@link IllegalArgumentException} when the mesh has no extent seen from above. */
    public static Region of(Mesh mesh) {
        Region hull = Silhouette.convex(mesh);
        List<Region> covered = new Shadow(mesh).covered();
        if (covered.size() != 1) {
            return hull;
        }
        List<Region> within = Regions.intersection(covered, List.of(hull));
        return within.size() == 1 && within.getFirst().areaMm2() < (1 - WORTH_SHARE) * hull.areaMm2()
                ? within.getFirst()
                : hull;
    }

    private List<Region> covered() {
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            cover(mesh.corner(triangle, 0), mesh.corner(triangle, 1), mesh.corner(triangle, 2));
        }
        // Grown by as much as simplifying may take away.
        return Regions.simplified(Regions.growSquare(mask.regions(), grid.cellMm()), grid.cellMm());
    }

    private void cover(int a, int b, int c) {
        double ua = grid.column(mesh.x(a), mesh.y(a)), va = grid.row(mesh.x(a), mesh.y(a));
        double ub = grid.column(mesh.x(b), mesh.y(b)), vb = grid.row(mesh.x(b), mesh.y(b));
        double uc = grid.column(mesh.x(c), mesh.y(c)), vc = grid.row(mesh.x(c), mesh.y(c));
        int last = (int) Math.floor(Math.max(va, Math.max(vb, vc)));
        for (int row = (int) Math.floor(Math.min(va, Math.min(vb, vc))); row <= last; row++) {
            double low = Math.min(least(ua, va, ub, vb, row), least(ub, vb, uc, vc, row));
            double high = Math.max(most(ua, va, ub, vb, row), most(ub, vb, uc, vc, row));
            low = Math.min(low, least(uc, vc, ua, va, row));
            high = Math.max(high, most(uc, vc, ua, va, row));
            for (int column = (int) Math.floor(low); column <= high; column++) {
                mask.set(column, row);
            }
        }
    }

    /** The least position along the row of what an edge has in it; infinite when it has nothing. */
    private static double least(double u1, double v1, double u2, double v2, int row) {
        return Math.max(v1, v2) < row || Math.min(v1, v2) > row + 1
                ? Double.POSITIVE_INFINITY
                : Math.min(at(u1, v1, u2, v2, row), at(u2, v2, u1, v1, row));
    }

    private static double most(double u1, double v1, double u2, double v2, int row) {
        return Math.max(v1, v2) < row || Math.min(v1, v2) > row + 1
                ? Double.NEGATIVE_INFINITY
                : Math.max(at(u1, v1, u2, v2, row), at(u2, v2, u1, v1, row));
    }

    /** The first end of an edge, moved along it into the row. */
    private static double at(double u1, double v1, double u2, double v2, int row) {
        double v = Math.clamp(v1, row, row + 1.0);
        return v == v1 ? u1 : u1 + (v - v1) / (v2 - v1) * (u2 - u1);
    }
}
