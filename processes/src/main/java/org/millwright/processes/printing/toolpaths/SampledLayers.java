package org.millwright.processes.printing.toolpaths;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.outline.Regions;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import org.millwright.processes.printing.toolpaths.PartLayers.Island;
import org.millwright.processes.printing.toolpaths.raster.Mask;

/**
 * A part's layers for estimating: every layer is weighed roughly, and those asked for are planned nearly as
 * {@link PartLayers} does it. Walls are drawn exactly; skins are found on a grid instead of by exact overlays, which take
 * ten times as long. Not thread-safe.
 */
public final class SampledLayers {
    /** Parts of no more layers than this are planned whole. */
    private static final int PLANNED_WHOLE = 16;
    /** Layers planned of larger parts: as many as have this many corners together, within bounds. */
    private static final int CORNERS_PLANNED = 4000;

    private static final int PLANNED_LEAST = 10;
    private static final int PLANNED_MOST = 48;
    /** Skins reach this far into the infill to be held by it. */
    private static final double ANCHOR_MM = 3;

    private final PrintSettings settings;
    private final LayerHeights heights;
    private final SampledSkins skins;
    private final double[] roughS;
    private final double[] roughMm3;
    private final Map<Integer, Walls> walls = new HashMap<>();

    public SampledLayers(Mesh mesh, PrintSettings settings) {
        this.settings = settings;
        this.heights = LayerHeights.of(mesh.bounds(), settings);
        this.skins = new SampledSkins(mesh, heights, settings);
        this.roughS = new double[heights.count()];
        this.roughMm3 = new double[heights.count()];
        for (int layer = 0; layer < heights.count(); layer++) {
            weigh(layer);
        }
    }

    public int count() {
        return heights.count();
    }

    /** Height of the layer's upper side above the bed. */
    public double topMm(int layer) {
        return heights.topMm(layer);
    }

    /** Rough time of a layer, good for comparing layers with each other; positive. */
    public double roughS(int layer) {
        return roughS[layer];
    }

    /** Rough volume of plastic in a layer, good for comparing layers with each other; positive. */
    public double roughMm3(int layer) {
        return roughMm3[layer];
    }

    private void weigh(int layer) {
        Bead bead = new Bead(settings.lineWidthMm(), heights.heightMm(layer));
        double area = 0, boundary = 0;
        for (Region region : skins.regions(layer)) {
            area += region.areaMm2();
            boundary += region.boundaryMm();
        }
        double walled = Math.min(area, boundary * settings.walls() * bead.spacingMm());
        double interior = area - walled;
        double share = skins.solidShare(layer);
        double solid = interior * share, sparse = interior - solid;
        double wallSpeed = (settings.get(PrintValue.OUTER_WALL_SPEED) + settings.get(PrintValue.WALL_SPEED)) / 2;
        double seconds = walled / bead.spacingMm() / wallSpeed
                + solid / bead.spacingMm() / settings.get(PrintValue.SOLID_SPEED)
                + sparse * settings.infillShare() / bead.spacingMm() / settings.get(PrintValue.INFILL_SPEED);
        roughS[layer] = Math.max(Math.max(seconds, settings.get(PrintValue.MIN_LAYER_TIME) / 2), 1e-3);
        roughMm3[layer] = Math.max((walled + solid + sparse * settings.infillShare()) * heights.heightMm(layer), 1e-6);
    }

    /** Layers to plan, in order: closer where layers take long or change, always the first and last. */
    public List<Integer> samples() {
        long corners = 0;
        for (int layer = 0; layer < count(); layer++) {
            for (Region region : skins.regions(layer)) {
                corners += region.outer().size();
                for (Ring hole : region.holes()) {
                    corners += hole.size();
                }
            }
        }
        return samples((int)
                Math.clamp((double) CORNERS_PLANNED * count() / Math.max(1, corners), PLANNED_LEAST, PLANNED_MOST));
    }

    private List<Integer> samples(int most) {
        var chosen = new TreeSet<Integer>();
        int count = count();
        for (int layer = 0; layer < count; layer++) {
            if (count <= PLANNED_WHOLE || layer == 0 || layer == 1 || layer == count - 1) {
                chosen.add(layer);
            }
        }
        double whole = 0;
        for (int layer = 1; layer < count; layer++) {
            whole += weight(layer);
        }
        double passed = 0, wanted = 0.5;
        for (int layer = 1; layer < count && count > PLANNED_WHOLE; layer++) {
            passed += weight(layer);
            if (passed * most >= wanted * whole) {
                chosen.add(layer);
                wanted = Math.floor(passed * most / whole) + 1.5;
            }
        }
        return List.copyOf(chosen);
    }

    private double weight(int layer) {
        return roughS[layer] + 2 * Math.abs(roughS[layer] - roughS[layer - 1]);
    }

    /** What is drawn in the layer, counted from 0. */
    public List<Island> islands(int layer) {
        Bead bead = new Bead(settings.lineWidthMm(), heights.heightMm(layer));
        int shape = skins.shape(layer) * 2 + (layer == 0 ? 0 : 1);
        List<Region> plain = Regions.simplified(skins.regions(layer), Slices.SIMPLIFIED_MM);
        Walls drawn = walls.computeIfAbsent(shape, key -> Walls.of(plain, settings.walls(), bead));
        var fills = new ArrayList<ToolPath>();
        if (!drawn.interior().isEmpty()) {
            fill(layer, bead, skins.mask(drawn.interior()), fills);
        }
        return PartLayers.islands(plain, drawn.paths(), fills);
    }

    private void fill(int layer, Bead bead, Mask interior, List<ToolPath> fills) {
        boolean rows = layer % 2 == 0;
        boolean dense = settings.infillShare() >= 1;
        Mask solid = dense ? interior : solid(layer, interior);
        Mask sparse = interior.minus(solid);
        Mask rest = solid;
        if (layer > 0 && !solid.isEmpty()) {
            Mask below = skins.outline(layer - 1);
            Mask loose = dense ? null : below.and(interior).minus(solid(layer - 1, below.and(interior)));
            Mask bridging = solid.minus(below);
            bridging = (loose == null ? bridging : bridging.or(solid.and(loose))).opened();
            double thread = settings.get(PrintValue.NOZZLE);
            lines(
                    bridging,
                    Role.BRIDGE,
                    bead,
                    thread + PartLayers.BRIDGE_GAP_MM,
                    rows,
                    2.5,
                    Math.PI * thread * thread / 4,
                    fills);
            rest = solid.minus(bridging);
        }
        if (!dense) {
            Mask top = rest.minus(skins.outline(layer + 1)).opened();
            Bead fine = new Bead(settings.get(PrintValue.TOP_LINE_WIDTH), bead.heightMm());
            lines(top, Role.TOP, fine, fine.spacingMm(), rows, 2.5, fine.areaMm2(), fills);
            rest = rest.minus(top);
        }
        lines(rest, Role.SOLID, bead, bead.spacingMm(), rows, 2.5, bead.areaMm2(), fills);
        if (settings.infillShare() > 0) {
            double spacing = bead.spacingMm() / settings.infillShare();
            double join = Math.min(settings.get(PrintValue.INFILL_ANCHOR) / spacing, 2.2);
            lines(sparse, Role.INFILL, bead, spacing, rows, join, bead.areaMm2(), fills);
        }
    }

    private Mask solid(int layer, Mask interior) {
        Mask exposed = interior.minus(skins.covered(layer)).opened();
        Mask solid = exposed.isEmpty() ? exposed : exposed.grown(ANCHOR_MM).and(interior);
        return solid.or(interior.minus(solid).piecesBelow(settings.get(PrintValue.SOLID_BELOW)));
    }

    private static void lines(
            Mask area,
            Role role,
            Bead bead,
            double spacingMm,
            boolean rows,
            double joinSpacings,
            double beadMm2,
            List<ToolPath> fills) {
        double[] lines = area.lines(rows, spacingMm, Fill.insetMm(bead));
        var grid = area.grid();
        Fill.join(
                lines,
                (x, y, near) -> area.has((int) Math.floor(grid.column(x, y)), (int) Math.floor(grid.row(x, y))),
                role,
                joinSpacings * spacingMm,
                beadMm2,
                fills);
    }
}
