package org.millwright.processes.printing.toolpaths;

import java.util.ArrayList;
import java.util.List;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.Straight;
import org.millwright.geometry.mesh.Halves;
import org.millwright.geometry.outline.Regions;
import org.millwright.geometry.slicing.Slicer;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import org.millwright.processes.printing.toolpaths.raster.Grid;
import org.millwright.processes.printing.toolpaths.raster.Mask;

/**
 * The outlines of all layers of a part, cut at half the height of each, and the same as masks on one grid whose rows run
 * along the infill. Neighbouring layers of the same outline share a shape number, so that straight walls are planned once.
 */
final class Sections {
    /** Detail finer than this cannot be drawn by any nozzle. */
    private static final double SIMPLIFIED_MM = 0.0125;
    /** Half the width of gaps that are none. */
    private static final double CLOSED_MM = 0.049;
    /** Sums that differ by less than this share belong to equal outlines. */
    private static final double SAME_SHARE = 1e-7;

    private final LayerHeights heights;
    private final List<List<Region>> regions;
    private final List<List<Region>> simplified;
    private final Grid grid;
    private final Mask air;
    private final Mask[] outlines;
    private final int[] shapes;

    Sections(Mesh mesh, PrintSettings settings) {
        heights = LayerHeights.of(mesh.bounds(), settings);
        regions = Slicer.layers(mesh, heights.cutsMm(mesh.bounds().min().z()));
        grid = new Grid(mesh.bounds(), settings.get(PrintValue.INFILL_ANGLE), heights.count());
        air = grid.mask(List.of());
        int count = heights.count();
        outlines = new Mask[count];
        shapes = new int[count];
        simplified = new ArrayList<>(count);
        double[] before = new double[0];
        for (int layer = 0; layer < count; layer++) {
            double[] sums = sums(regions.get(layer));
            boolean same = layer > 0 && same(sums, before);
            shapes[layer] = same ? shapes[layer - 1] : layer;
            simplified.add(same ? simplified.get(layer - 1) : List.of());
            before = sums;
        }
        Halves.each(count, layer -> outlines[layer] = shapes[layer] == layer ? grid.mask(regions.get(layer)) : air);
        for (int layer = 0; layer < count; layer++) {
            outlines[layer] = outlines[shapes[layer]];
        }
    }

    LayerHeights heights() {
        return heights;
    }

    Grid grid() {
        return grid;
    }

    int count() {
        return shapes.length;
    }

    /** The outline as it was cut. */
    List<Region> raw(int layer) {
        return regions.get(layer);
    }

    /** The outline without detail that cannot be drawn. */
    List<Region> regions(int layer) {
        int shape = shapes[layer];
        if (simplified.get(shape).isEmpty() && !regions.get(shape).isEmpty()) {
            simplified.set(shape, Regions.simplified(closed(regions.get(shape)), SIMPLIFIED_MM));
        }
        return simplified.get(shape);
    }

    /** Gaps between pieces, and slots, that melt together in printing are none. */
    private static List<Region> closed(List<Region> regions) {
        return NarrowGaps.any(regions, 2 * CLOSED_MM)
                ? Regions.growSharp(Regions.growSharp(regions, CLOSED_MM), -CLOSED_MM)
                : regions;
    }

    /** Equal for neighbouring layers of the same outline; -1 above and below the part. */
    int shape(int layer) {
        return layer < 0 || layer >= shapes.length ? -1 : shapes[layer];
    }

    /** The layer's area; empty above and below the part. */
    Mask outline(int layer) {
        return layer < 0 || layer >= outlines.length ? air : outlines[layer];
    }

    Mask air() {
        return air;
    }

    /** Area, boundary, and first and second moments: equal for equal outlines wherever their rings begin. */
    private static double[] sums(List<Region> regions) {
        var sums = new double[7];
        for (Region region : regions) {
            add(region.outer(), sums);
            region.holes().forEach(hole -> add(hole, sums));
        }
        return sums;
    }

    private static void add(Ring ring, double[] sums) {
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            double ax = ring.x(j), ay = ring.y(j), bx = ring.x(i), by = ring.y(i);
            double cross = ax * by - bx * ay;
            sums[0] += cross;
            sums[1] += Straight.lengthMm(bx - ax, by - ay);
            sums[2] += cross * (ax + bx);
            sums[3] += cross * (ay + by);
            sums[4] += cross * (ax * ax + ax * bx + bx * bx);
            sums[5] += cross * (ay * ay + ay * by + by * by);
            sums[6] += cross * (ax * by + 2 * ax * ay + 2 * bx * by + bx * ay);
        }
    }

    private static boolean same(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > SAME_SHARE * Math.max(Math.abs(a[i]), Math.abs(b[i])) + 1e-9) {
                return false;
            }
        }
        return true;
    }
}
