package org.millwright.processes.printing.toolpaths;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.mesh.Halves;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import org.millwright.processes.printing.toolpaths.raster.Mask;
import org.millwright.processes.printing.toolpaths.supports.SupportPaths;
import org.millwright.processes.printing.toolpaths.supports.Supports;

/**
 * A part as the lines that draw it, layer by layer, standing on the bed in its own x and y. Layers are planned when asked
 * for; layers that look alike are planned once. Not thread-safe.
 */
public final class PartLayers {
    /** Round threads across nothing keep their shape; this much of their width is left between them. */
    private static final double BRIDGE_GAP_MM = 0.05;
    /** The narrowest line a nozzle draws, as a share of its width. */
    private static final double NARROWEST_NOZZLES = 0.85;
    /** Ends of closed lines are joined up to this many spacings apart. */
    private static final double JOINED_SPACINGS = 2.5;

    private final PrintSettings settings;
    private final Sections sections;
    private final Shells shells;
    private final List<Supports.Layer> supports;
    private final SupportPaths supportPaths;
    private final Map<Integer, Walls> walls = new HashMap<>();
    private final Map<Integer, List<Island>> layers = new HashMap<>();
    private final IdentityHashMap<Supports.Layer, List<ToolPath>> drawnColumns = new IdentityHashMap<>();

    public PartLayers(Mesh mesh, PrintSettings settings) {
        this.settings = settings;
        this.sections = new Sections(mesh, settings);
        this.shells = new Shells(sections, settings);
        this.supportPaths = new SupportPaths(settings);
        this.supports = settings.get(PrintValue.SUPPORTS) < 0.5 || count() == 0
                ? List.of()
                : new Supports(
                                mesh,
                                settings,
                                sections.heights().topsMm(),
                                sections.heights().cutsMm(0),
                                sections::raw,
                                sections::shape)
                        .layers();
    }

    /**
     * Lines that belong together: those of one piece of the layer.
     *
     * @param walls groups of walls, each drawn in its order
     */
    public record Island(List<List<ToolPath>> walls, List<ToolPath> fills) {}

    public int count() {
        return sections.count();
    }

    /** Height of the layer's upper side above the bed. */
    public double topMm(int layer) {
        return sections.heights().topMm(layer);
    }

    /** The layer's outline. */
    public List<Region> regions(int layer) {
        return sections.regions(layer);
    }

    Sections sections() {
        return sections;
    }

    Shells shells() {
        return shells;
    }

    /** Layers of supports, from the bed up; empty without supports. */
    public List<Supports.Layer> supports() {
        return supports;
    }

    /** The lines that draw a layer of supports. */
    public List<ToolPath> paths(Supports.Layer layer) {
        List<ToolPath> known = drawnColumns.get(layer);
        return known == null ? supportPaths.of(layer) : known;
    }

    /** What is drawn in the layer, counted from 0, without supports. */
    public List<Island> islands(int layer) {
        int like = layer - 2;
        if (like > 0 && layers.containsKey(like) && shells.sameAreas(layer, like)) {
            List<Island> known = layers.get(like);
            layers.put(layer, known);
            return known;
        }
        return layers.computeIfAbsent(layer, this::plan);
    }

    /** Plans these layers, and the layers of supports, ahead and on two threads; before any is asked for. */
    public void prepare(List<Integer> asked, List<Supports.Layer> columns) {
        var first = new TreeMap<Integer, Integer>();
        for (int layer : asked) {
            first.putIfAbsent(wallsLike(layer), layer);
        }
        var toPlan = List.copyOf(first.values());
        var planned = new Walls[toPlan.size()];
        Halves.each(planned.length, i -> planned[i] = wallsOf(toPlan.get(i)));
        for (int i = 0; i < planned.length; i++) {
            walls.put(wallsLike(toPlan.get(i)), planned[i]);
        }
        var islands = new ArrayList<List<Island>>(Collections.nCopies(asked.size(), List.of()));
        var lines = new ArrayList<List<ToolPath>>(Collections.nCopies(columns.size(), List.of()));
        Halves.each(asked.size() + columns.size(), i -> {
            if (i < asked.size()) {
                islands.set(i, plan(asked.get(i)));
            } else {
                lines.set(i - asked.size(), SupportPaths.draw(columns.get(i - asked.size()), settings));
            }
        });
        for (int i = 0; i < asked.size(); i++) {
            layers.put(asked.get(i), islands.get(i));
        }
        for (int i = 0; i < columns.size(); i++) {
            drawnColumns.put(columns.get(i), lines.get(i));
        }
    }

    /** Equal for layers of the same walls. */
    private int wallsLike(int layer) {
        return 2 * sections.shape(layer) + (layer == 0 ? 0 : 1);
    }

    private Bead bead(int layer) {
        return new Bead(settings.lineWidthMm(), sections.heights().heightMm(layer));
    }

    private Walls wallsOf(int layer) {
        return Walls.of(
                regions(layer), settings.walls(), bead(layer), NARROWEST_NOZZLES * settings.get(PrintValue.NOZZLE));
    }

    private List<Island> plan(int layer) {
        Bead bead = bead(layer);
        Walls drawn = walls.get(wallsLike(layer));
        if (drawn == null) {
            drawn = wallsOf(layer);
            walls.put(wallsLike(layer), drawn);
        }
        var fills = new ArrayList<ToolPath>();
        if (!drawn.interior().isEmpty()) {
            fill(layer, bead, drawn.interior(), fills);
        }
        return islands(regions(layer), hanging(layer, bead, drawn.groups()), fills);
    }

    private List<List<ToolPath>> hanging(int layer, Bead bead, List<List<ToolPath>> groups) {
        if (layer == 0 || sections.shape(layer) == sections.shape(layer - 1)) {
            return groups;
        }
        Mask held = sections.outline(layer - 1).grown(settings.get(PrintValue.NOZZLE) / 2);
        return sections.outline(layer).minus(held).isEmpty() ? groups : HangingWalls.cut(groups, held, threadMm(bead));
    }

    private double threadMm(Bead bead) {
        return Math.max(settings.get(PrintValue.NOZZLE), bead.heightMm());
    }

    private void fill(int layer, Bead bead, List<Region> interior, List<ToolPath> fills) {
        boolean rows = layer % 2 == 0;
        var fill = new Fill(interior, shells.interior(layer), settings.get(PrintValue.INFILL_ANGLE), rows);
        Shells.Areas areas = shells.areas(layer);
        if (layer == 0) {
            closed(fill, areas.bottom(), Role.SOLID, bead, fills);
        } else {
            bridges(fill, areas.bottom(), bead, fills);
        }
        bridges(fill, areas.bridging(), bead, fills);
        closed(fill, areas.top(), Role.TOP, new Bead(settings.get(PrintValue.TOP_LINE_WIDTH), bead.heightMm()), fills);
        closed(fill, areas.solid(), Role.SOLID, bead, fills);
        double share = settings.infillShare();
        if (share > 0) {
            Mask loose = sections.outline(layer)
                    .minus(areas.bottom())
                    .minus(areas.top())
                    .minus(areas.bridging())
                    .minus(areas.solid());
            if (share >= 1) {
                closed(fill, loose, Role.INFILL, bead, fills);
                return;
            }
            double spacing = bead.spacingMm() / share;
            double join = Math.min(settings.get(PrintValue.INFILL_ANCHOR), 2.2 * spacing);
            fill.lines(loose, Role.INFILL, spacing, join, bead.areaMm2(), fills);
        }
    }

    private static void closed(Fill fill, Mask area, Role role, Bead bead, List<ToolPath> fills) {
        fill.closed(area, role, bead.spacingMm(), JOINED_SPACINGS, spacing -> spacing * bead.heightMm(), fills);
    }

    private void bridges(Fill fill, Mask area, Bead bead, List<ToolPath> fills) {
        double thread = threadMm(bead);
        fill.closed(
                area,
                Role.BRIDGE,
                thread + BRIDGE_GAP_MM,
                JOINED_SPACINGS,
                spacing -> Math.PI / 4 * (spacing - BRIDGE_GAP_MM) * (spacing - BRIDGE_GAP_MM),
                fills);
    }

    private static List<Island> islands(List<Region> pieces, List<List<ToolPath>> walls, List<ToolPath> fills) {
        if (pieces.size() <= 1) {
            return walls.isEmpty() && fills.isEmpty() ? List.of() : List.of(new Island(walls, fills));
        }
        var islands = new ArrayList<Island>();
        for (int i = 0; i < pieces.size(); i++) {
            islands.add(new Island(new ArrayList<>(), new ArrayList<>()));
        }
        walls.forEach(
                group -> islands.get(pieceOf(group.getLast(), pieces)).walls().add(group));
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
