package org.millwright.processes.printing.toolpaths;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.outline.Regions;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;

/**
 * A part as the lines that draw it, layer by layer, standing on the bed in its own x and y. Layers are planned when asked
 * for and remembered. Not thread-safe.
 */
public final class PartLayers {
    /** Round threads across nothing keep their shape; this much of their width is left between them. */
    static final double BRIDGE_GAP_MM = 0.05;
    /** Skins narrower than twice this are neither top nor bridge. */
    private static final double SLIVER_MM = 0.2;

    private final PrintSettings settings;
    private final Slices slices;
    private final Covers covers;
    private final int above;
    private final int below;
    private final Map<List<Integer>, Walls> walls = new HashMap<>();
    private final Map<List<Integer>, Skins.Split> splits = new HashMap<>();
    private final Map<List<Integer>, List<Island>> layers = new HashMap<>();

    public PartLayers(Mesh mesh, PrintSettings settings) {
        this.settings = settings;
        this.slices = new Slices(mesh, settings);
        this.covers = new Covers(slices);
        this.above = (int) settings.get(PrintValue.TOP_LAYERS);
        this.below = (int) settings.get(PrintValue.BOTTOM_LAYERS);
    }

    /** Lines that belong together: those of one piece of the layer, walls first. */
    public record Island(List<ToolPath> walls, List<ToolPath> fills) {}

    public int count() {
        return slices.count();
    }

    /** Height of the layer's upper side above the bed. */
    public double topMm(int layer) {
        return slices.topMm(layer);
    }

    /** The layer's outline. */
    public List<Region> regions(int layer) {
        return slices.regions(slices.profile(layer));
    }

    /** What is drawn in the layer, counted from 0. */
    public List<Island> islands(int layer) {
        List<Integer> key = neighbourhood(layer, below + 1);
        key.add(layer % 2);
        key.add(layer == 0 ? 0 : 1);
        List<Island> known = layers.get(key);
        if (known == null) {
            known = plan(layer);
            layers.put(key, known);
        }
        return known;
    }

    private List<Island> plan(int layer) {
        Bead bead = new Bead(settings.lineWidthMm(), slices.heightMm(layer));
        Walls drawn = walls(layer);
        var fills = new ArrayList<ToolPath>();
        if (!drawn.interior().isEmpty()) {
            fill(layer, bead, fills);
        }
        return islands(regions(layer), drawn.paths(), fills);
    }

    private Walls walls(int layer) {
        int first = layer == 0 ? 0 : 1;
        return walls.computeIfAbsent(
                List.of(slices.profile(layer), first),
                key -> Walls.of(
                        regions(layer), settings.walls(), new Bead(settings.lineWidthMm(), slices.heightMm(layer))));
    }

    private Skins.Split split(int layer) {
        List<Integer> key = neighbourhood(layer, below);
        Skins.Split known = splits.get(key);
        if (known == null) {
            List<Region> interior = walls(layer).interior();
            double share = settings.infillShare();
            known = share >= 1
                    ? new Skins.Split(interior, List.of())
                    : Skins.of(interior, covers(layer), settings.get(PrintValue.SOLID_BELOW));
            splits.put(key, known);
        }
        return known;
    }

    /** What must cover the layer; the layer's own outline when every neighbour looks like it. */
    private List<List<Region>> covers(int layer) {
        var own = slices.regions(slices.profile(layer));
        var found = new ArrayList<List<Region>>();
        if (below > 0) {
            found.add(covers.common(layer - below, below));
        }
        if (above > 0) {
            found.add(covers.common(layer + 1, above));
        }
        found.removeIf(cover -> cover.equals(own));
        return found;
    }

    /** Profiles of the layers that decide what this one needs, lowest first. */
    private List<Integer> neighbourhood(int layer, int reach) {
        var profiles = new ArrayList<Integer>();
        for (int other = layer - reach; other <= layer + above; other++) {
            profiles.add(slices.profile(other));
        }
        return profiles;
    }

    private void fill(int layer, Bead bead, List<ToolPath> fills) {
        Skins.Split split = split(layer);
        double angle = settings.get(PrintValue.INFILL_ANGLE) + (layer % 2 == 0 ? 0 : 90);
        List<Region> rest = split.solid();
        if (!rest.isEmpty() && layer > 0) {
            List<Region> bridging = bridging(layer, rest);
            bridges(bridging, bead, angle, fills);
            rest = bridging.isEmpty() ? rest : Regions.difference(rest, bridging);
        }
        if (!rest.isEmpty() && settings.infillShare() < 1) {
            List<Region> top = uncovered(rest, slices.profile(layer + 1), slices.profile(layer));
            solid(top, Role.TOP, new Bead(settings.get(PrintValue.TOP_LINE_WIDTH), bead.heightMm()), angle, fills);
            rest = top.isEmpty() ? rest : Regions.difference(rest, top);
        }
        solid(rest, Role.SOLID, bead, angle, fills);
        if (settings.infillShare() > 0) {
            double spacing = bead.spacingMm() / settings.infillShare();
            double join = Math.min(settings.get(PrintValue.INFILL_ANCHOR), 2.2 * spacing);
            Fill.lines(split.sparse(), Role.INFILL, bead, spacing, angle, join, bead.areaMm2(), fills);
        }
    }

    private static void solid(List<Region> area, Role role, Bead bead, double angle, List<ToolPath> fills) {
        if (!area.isEmpty()) {
            double spacing = bead.spacingMm();
            Fill.lines(area, role, bead, spacing, angle, 2.5 * spacing, bead.areaMm2(), fills);
        }
    }

    private void bridges(List<Region> area, Bead bead, double angle, List<ToolPath> fills) {
        if (area.isEmpty()) {
            return;
        }
        double thread = settings.get(PrintValue.NOZZLE);
        double spacing = thread + BRIDGE_GAP_MM;
        double threadMm2 = Math.PI * thread * thread / 4;
        Fill.lines(area, Role.BRIDGE, bead, spacing, angle, 2.5 * spacing, threadMm2, fills);
    }

    /** Skin with air or loose infill beneath it. */
    private List<Region> bridging(int layer, List<Region> solid) {
        List<Region> overAir = uncovered(solid, slices.profile(layer - 1), slices.profile(layer));
        List<Region> loose = settings.infillShare() < 1 ? split(layer - 1).sparse() : List.of();
        List<Region> overInfill = loose.isEmpty() ? loose : opened(Regions.intersection(solid, loose));
        if (overAir.isEmpty() || overInfill.isEmpty()) {
            return overAir.isEmpty() ? overInfill : overAir;
        }
        return Regions.union(overAir, overInfill);
    }

    private List<Region> uncovered(List<Region> area, int cover, int own) {
        if (cover == own) {
            return List.of();
        }
        return cover == Slices.AIR ? area : opened(Regions.difference(area, slices.regions(cover)));
    }

    private static List<Region> opened(List<Region> area) {
        List<Region> core = Regions.grow(area, -SLIVER_MM);
        return core.isEmpty() ? core : Regions.grow(core, SLIVER_MM);
    }

    static List<Island> islands(List<Region> pieces, List<ToolPath> walls, List<ToolPath> fills) {
        if (pieces.size() <= 1) {
            return walls.isEmpty() && fills.isEmpty() ? List.of() : List.of(new Island(walls, fills));
        }
        var islands = new ArrayList<Island>();
        for (int i = 0; i < pieces.size(); i++) {
            islands.add(new Island(new ArrayList<>(), new ArrayList<>()));
        }
        walls.forEach(path -> islands.get(pieceOf(path, pieces)).walls().add(path));
        fills.forEach(path -> islands.get(pieceOf(path, pieces)).fills().add(path));
        islands.removeIf(island -> island.walls().isEmpty() && island.fills().isEmpty());
        return islands;
    }

    /** The smallest piece around the path. */
    private static int pieceOf(ToolPath path, List<Region> pieces) {
        int best = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < pieces.size(); i++) {
            Ring outer = pieces.get(i).outer();
            if (Inside.ring(path.x(0), path.y(0), outer) && outer.signedAreaMm2() < smallest) {
                smallest = outer.signedAreaMm2();
                best = i;
            }
        }
        return best;
    }
}
