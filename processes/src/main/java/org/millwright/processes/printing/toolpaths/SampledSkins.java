package org.millwright.processes.printing.toolpaths;

import java.util.List;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.geometry.slicing.Slicer;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import org.millwright.processes.printing.toolpaths.raster.Grid;
import org.millwright.processes.printing.toolpaths.raster.Mask;

/** Outlines of all layers of a part on one grid, and what covers what. */
final class SampledSkins {
    /** Lengths and areas that differ by less than this share belong to equal outlines. */
    private static final double SAME_SHARE = 1e-6;

    private final List<List<Region>> regions;
    private final Grid grid;
    private final Mask air;
    private final Mask[] outlines;
    private final int[] shapes;
    private final Mask[] covered;
    private final int above;
    private final int below;

    SampledSkins(Mesh mesh, LayerHeights heights, PrintSettings settings) {
        regions = Slicer.layers(mesh, heights.cutsMm(mesh.bounds().min().z()));
        grid = new Grid(mesh.bounds(), settings.get(PrintValue.INFILL_ANGLE));
        air = grid.mask(List.of());
        above = (int) settings.get(PrintValue.TOP_LAYERS);
        below = (int) settings.get(PrintValue.BOTTOM_LAYERS);
        outlines = new Mask[heights.count()];
        shapes = new int[heights.count()];
        covered = new Mask[heights.count()];
        for (int layer = 0; layer < outlines.length; layer++) {
            boolean same = layer > 0 && same(regions.get(layer), regions.get(layer - 1));
            outlines[layer] = same ? outlines[layer - 1] : grid.mask(regions.get(layer));
            same = same && outlines[layer].sameAs(outlines[layer - 1]);
            shapes[layer] = same ? shapes[layer - 1] : layer;
        }
    }

    List<Region> regions(int layer) {
        return regions.get(layer);
    }

    /** Equal for neighbouring layers of the same outline. */
    int shape(int layer) {
        return shapes[layer];
    }

    Mask mask(List<Region> area) {
        return grid.mask(area);
    }

    /** The layer's area; empty above and below the part. */
    Mask outline(int layer) {
        return layer < 0 || layer >= outlines.length ? air : outlines[layer];
    }

    /** What lies in all of the layers that make a skin of nothing beneath and above. */
    Mask covered(int layer) {
        Mask known = covered[layer];
        if (known == null) {
            known = outlines[layer];
            for (int other = layer - below; other <= layer + above; other++) {
                Mask cover = outline(other);
                known = cover == known ? known : known.and(cover);
            }
            covered[layer] = known;
        }
        return known;
    }

    /** Roughly how much of the layer is closed skin, from 0 to 1. */
    double solidShare(int layer) {
        Mask own = outlines[layer];
        Mask exposed = covered(layer) == own ? air : own.minus(covered(layer)).opened();
        double area = own.areaMm2();
        return exposed.isEmpty() || area == 0 ? 0 : exposed.grown(3).and(own).areaMm2() / area;
    }

    private static boolean same(List<Region> a, List<Region> b) {
        return near(Walls.areaMm2(a), Walls.areaMm2(b)) && near(boundaryMm(a), boundaryMm(b));
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= SAME_SHARE * Math.max(a, b);
    }

    private static double boundaryMm(List<Region> regions) {
        double length = 0;
        for (Region region : regions) {
            length += region.boundaryMm();
        }
        return length;
    }
}
