package org.millwright.processes.printing.toolpaths.supports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.geometry.mesh.Halves;
import org.millwright.geometry.outline.Regions;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import org.millwright.processes.printing.toolpaths.ToolPath;
import org.millwright.processes.printing.toolpaths.raster.Grid;
import org.millwright.processes.printing.toolpaths.raster.Mask;

/**
 * The supports of one part. What hangs over is taken up by whole blocks of a grid; from there columns lead down, cut away where the part is near, to the bed or onto the part. Columns have layers of their own, as thick as the nozzle allows, with
 * closed ones right under the overhang and where they stand on the part.
 */
public final class Supports {
    /** Layers of supports are at most this share of the nozzle thick. */
    private static final double THICKEST_NOZZLES = 0.75;

    private static final int CELLS_PER_BLOCK = 12;
    private static final int LEAST_CELLS_PER_BLOCK = 2;
    private static final int MOST_CELLS = 250_000;
    /** Cells of all layers together; where there would be more, blocks grow. */
    private static final double MOST_CELLS_IN_ALL = 4e8;

    private static final double APART_MM = 0.005;
    /** Lines that hang over by less than this share of their width lie well enough without a closed surface under them. */
    private static final double HANGING_WIDTHS = 0.6;
    /** Closed surfaces reach this share of a line's width further than what they carry. */
    private static final double MARGIN_WIDTHS = 0.1;

    private static final double EPSILON_MM = 1e-6;

    private final PrintSettings settings;
    private final double[] topsMm;
    private final Grid grid;
    private final int blockCells;
    /** Blocks end with the middle of a line, which reaches half its spacing out of them. */
    private final double outMm;
    /** Threads are as thick as the nozzle, and hang that much lower than other lines. */
    private final double sagMm;

    private final Mask[] outlines;
    private final @Nullable Mask[] contacts;
    private final @Nullable Mask[] surfaces;
    private final @Nullable Mask[] threads;
    private final Mask[] columns;
    private final List<Layer> layers = new ArrayList<>();

    /**
     * One layer of supports.
     *
     * @param topMm upper side above the bed
     * @param closed drawn without gaps
     * @param open drawn as loops with distant lines in them
     */
    public record Layer(double topMm, double heightMm, boolean onBed, Mask closed, Mask open) {
        /** Whether it is drawn with the same lines. */
        public boolean sameAs(Layer other) {
            return Math.abs(heightMm - other.heightMm) < EPSILON_MM
                    && onBed == other.onBed
                    && closed.sameAs(other.closed)
                    && open.sameAs(other.open);
        }
    }

    /**
     * Grows supports.
     *
     * @param topsMm upper side of each of the part's layers
     * @param cutsMm where each was cut, above the bed
     * @param outlineOf outline of a layer
     * @param shapeOf equal for neighbouring layers of the same outline
     */
    public Supports(
            Mesh mesh,
            PrintSettings settings,
            double[] topsMm,
            double[] cutsMm,
            IntFunction<List<Region>> outlineOf,
            IntFunction<Integer> shapeOf) {
        this.settings = settings;
        this.topsMm = topsMm;
        double block = blockMm(settings);
        double margin = block + settings.get(PrintValue.SUPPORT_FOOT);
        double coveredMm2 =
                (mesh.bounds().sizeX() + 2 * margin) * (mesh.bounds().sizeY() + 2 * margin);
        double least = LEAST_CELLS_PER_BLOCK * LEAST_CELLS_PER_BLOCK * topsMm.length * coveredMm2 / (block * block);
        block *= Math.ceil(Math.sqrt(Math.max(1, least / MOST_CELLS_IN_ALL)));
        double blocks = coveredMm2 / (block * block);
        outMm = ToolPath.spacingMm(settings.lineWidthMm(), settings.layerMm()) / 2;
        blockCells = (int) Math.clamp(Math.sqrt(MOST_CELLS / blocks), LEAST_CELLS_PER_BLOCK, CELLS_PER_BLOCK);
        grid = new Grid(mesh.bounds(), margin, block, blockCells);
        outlines = new Mask[topsMm.length];
        contacts = new Mask[topsMm.length];
        surfaces = new Mask[topsMm.length];
        threads = new Mask[topsMm.length];
        sagMm = Math.max(0, settings.get(PrintValue.NOZZLE) - settings.layerMm());
        columns = new Mask[topsMm.length];
        var overhanging = new Overhanging(mesh, grid, cutsMm);
        Mask air = Mask.empty(grid);
        Halves.each(topsMm.length, layer -> {
            boolean same = layer > 0 && shapeOf.apply(layer).equals(shapeOf.apply(layer - 1));
            outlines[layer] = same ? air : grid.mask(outlineOf.apply(layer));
        });
        for (int layer = 1; layer < topsMm.length; layer++) {
            outlines[layer] = outlines[layer] == air ? outlines[layer - 1] : outlines[layer];
        }
        SortedSet<Double> ends = contacts(overhanging, outlineOf);
        if (!ends.isEmpty()) {
            lead();
            stack(ends);
        }
    }

    /** Size of the blocks of the grid, along whose edges the distant lines run. */
    private static double blockMm(PrintSettings settings) {
        return settings.get(PrintValue.SUPPORT_SPACING)
                + ToolPath.spacingMm(settings.lineWidthMm(), settings.layerMm());
    }

    /** How far lines are apart in open layers: on the bed they are close. */
    public static double apartMm(PrintSettings settings, boolean onBed) {
        return onBed
                ? ToolPath.spacingMm(settings.lineWidthMm(), settings.layerMm())
                        / (settings.get(PrintValue.SUPPORT_FOOT_DENSITY) / 100)
                : blockMm(settings);
    }

    /** From the bed up; empty when nothing needs support. */
    public List<Layer> layers() {
        return layers;
    }

    /**
     * What one layer wants to be held.
     *
     * @param over what hangs over so far that it needs support
     * @param surface where a closed surface lies right under it
     * @param threads what is drawn as threads across nothing; null when there are none
     */
    private record Held(Mask over, Mask surface, @Nullable Mask threads) {}

    /** Marks on each layer what the columns that end with it carry, and tells at which heights columns end. */
    private SortedSet<Double> contacts(Overhanging overhanging, IntFunction<List<Region>> outlineOf) {
        var ends = new TreeSet<Double>();
        double contact = settings.get(PrintValue.SUPPORT_CONTACT);
        var shapes = new ArrayList<List<Region>>(Collections.nCopies(topsMm.length, List.of()));
        Halves.each(topsMm.length, layer -> {
            if (changes(layer)) {
                shapes.set(layer, Regions.simplified(outlineOf.apply(layer), APART_MM));
            }
        });
        for (int layer = 1; layer < topsMm.length; layer++) {
            if (!changes(layer)) {
                shapes.set(layer, shapes.get(layer - 1));
            }
        }
        var held = new @Nullable Held[topsMm.length];
        Halves.each(topsMm.length, layer -> {
            if (layer > 0 && changes(layer)) {
                held[layer] = held(layer, shapes.get(layer), shapes.get(layer - 1), overhanging);
            }
        });
        for (int layer = 1; layer < topsMm.length; layer++) {
            Held wanted = held[layer];
            if (wanted != null) {
                double bottom = topsMm[layer - 1];
                mark(wanted.over(), wanted.surface(), bottom - contact, ends);
                threads[layer] = wanted.threads();
                if (threads[layer] != null) {
                    mark(wanted.over(), wanted.surface(), bottom - contact - sagMm, ends);
                }
            }
        }
        return ends;
    }

    private boolean changes(int layer) {
        return layer == 0 || outlines[layer] != outlines[layer - 1];
    }

    private @Nullable Held held(int layer, List<Region> upper, List<Region> below, Overhanging overhanging) {
        double allowed = allowedMm(topsMm[layer] - topsMm[layer - 1]);
        List<Region> beyond = Regions.remainder(upper, Regions.growSquare(below, allowed));
        if (beyond.isEmpty()) {
            return null;
        }
        // Columns reach back to where the layer below ends.
        Mask over = grid.touched(Regions.growSquare(beyond, allowed)).and(grid.touched(upper));
        Mask flat = overhanging.flat(layer);
        if (flat != null) {
            Mask level = over.and(flat.widened().widened());
            over = over.minus(Bridges.over(level, outlines[layer - 1]));
        }
        List<Region> hanging = hanging(beyond, below);
        Mask surface = grid.touched(Regions.growSquare(hanging, MARGIN_WIDTHS * settings.lineWidthMm()));
        return new Held(over, surface, hanging.isEmpty() ? null : threads(layer, hanging, below));
    }

    /** What reaches out over the layer below so far that its lines would sag onto columns with gaps. */
    private List<Region> hanging(List<Region> beyond, List<Region> below) {
        double width = settings.lineWidthMm();
        // Places of the layer below that are narrower than a line hold nothing.
        List<Region> held = Regions.growSquare(Regions.growSharp(below, -width / 2), (0.5 + HANGING_WIDTHS) * width);
        return Regions.remainder(beyond, held);
    }

    /** Where walls and fills are drawn as threads across nothing; null when there are none. */
    private @Nullable Mask threads(int layer, List<Region> hanging, List<Region> below) {
        double held = settings.get(PrintValue.NOZZLE) / 2;
        boolean some = !Regions.remainder(hanging, Regions.growSquare(below, held + settings.lineWidthMm() / 2))
                .isEmpty();
        return some ? outlines[layer].minus(outlines[layer - 1].grown(held)) : null;
    }

    private double allowedMm(double heightMm) {
        return heightMm / Math.tan(Math.toRadians(Math.min(89, settings.get(PrintValue.SUPPORT_THRESHOLD) + 1)));
    }

    private void mark(Mask overhang, Mask hanging, double endMm, SortedSet<Double> ends) {
        int layer = topsMm.length - 1;
        while (layer >= 0 && topsMm[layer] > endMm + EPSILON_MM) {
            layer--;
        }
        if (layer < 0 || overhang.isEmpty()) {
            return;
        }
        Mask blocks = overhang.inBlocks(blockCells);
        Mask known = contacts[layer];
        contacts[layer] = known == null ? overhang : known.or(overhang);
        Mask surface = blocks.and(hanging).inBlocks(blockCells);
        Mask before = surfaces[layer];
        surfaces[layer] = before == null ? surface : before.or(surface);
        ends.add(topsMm[layer]);
    }

    /** Leads columns down from layer to layer. */
    private void lead() {
        double gap = settings.get(PrintValue.SUPPORT_GAP);
        Mask blocks = Mask.empty(grid);
        Mask near = Mask.empty(grid);
        int apart = (int) Math.round(settings.get(PrintValue.SUPPORT_CONTACT) / settings.layerMm());
        for (int layer = topsMm.length - 1; layer >= 0; layer--) {
            Mask begun = contacts[layer];
            if (begun != null) {
                blocks = blocks.or(begun);
            }
            // What the part reaches within the vertical gap keeps columns away too.
            Mask reached = outlines[layer];
            boolean changed = layer == topsMm.length - 1;
            double under = Double.NEGATIVE_INFINITY;
            for (int over = layer + 1; over < topsMm.length && under < sagMm - EPSILON_MM; over++) {
                under = topsMm[over - 1] - settings.get(PrintValue.SUPPORT_CONTACT) - topsMm[layer];
                Mask hanging = threads[over];
                changed |= outlines[over] != outlines[over - 1] || hanging != null;
                if (under < -EPSILON_MM) {
                    reached = outlines[over] == outlines[over - 1] ? reached : reached.or(outlines[over]);
                } else if (under < sagMm - EPSILON_MM && hanging != null) {
                    reached = reached.or(hanging);
                }
            }
            near = changed ? reached.grown(gap) : near;
            if (!blocks.isEmpty()) {
                // A block that the part narrows is whole again as soon as the part makes room, but not behind a wall.
                Mask seeds = blocks.minus(outlines[layer]);
                blocks = seeds.inBlocks(blockCells).minus(outlines[layer]).piecesWith(seeds);
            }
            Mask column = blocks.isEmpty() ? blocks : blocks.grownSquare(outMm).minus(near);
            // A gap as high as under an overhang keeps columns from fusing to the part they stand on.
            int stands = layer - apart;
            columns[layer] = stands >= 0 && stands < layer ? column.minus(outlines[stands]) : column;
        }
    }

    /** Divides the height between the ends of columns into layers. */
    private void stack(SortedSet<Double> ends) {
        double thickest = THICKEST_NOZZLES * settings.get(PrintValue.NOZZLE);
        var tops = new ArrayList<Double>();
        double z = topsMm[0];
        tops.add(z);
        for (double end : ends) {
            if (end > z + EPSILON_MM) {
                int count = (int) Math.ceil((end - z) / thickest - EPSILON_MM);
                for (int i = 1; i <= count; i++) {
                    tops.add(i == count ? end : z + (end - z) * i / count);
                }
                z = end;
            }
        }
        int interfaces = (int) settings.get(PrintValue.SUPPORT_INTERFACES);
        double below = 0;
        for (int i = 0; i < tops.size(); i++) {
            double top = tops.get(i);
            int layer = layerAt((below + top) / 2);
            Mask column = columns[layer];
            if (i == 0) {
                stand(column, closed(tops, 0, interfaces, layer).and(column), top, tops.size() > 1);
            } else if (!column.isEmpty()) {
                Mask closed = closed(tops, i, interfaces, layer).and(column);
                // Nothing but a closed surface would lie on top of the highest columns.
                Mask open = i == tops.size() - 1 ? Mask.empty(grid) : column.minus(closed);
                if (!closed.isEmpty() || !open.isEmpty()) {
                    layers.add(new Layer(top, top - below, false, closed, open));
                }
            }
            below = top;
        }
    }

    /** The layer on the bed: closed surfaces, and a foot under the rest unless nothing goes on from there. */
    private void stand(Mask column, Mask closed, double top, boolean goesOn) {
        Mask foot = goesOn
                ? column.minus(closed)
                        .grownSquare(settings.get(PrintValue.SUPPORT_FOOT))
                        .minus(outlines[0].grown(settings.get(PrintValue.SUPPORT_GAP)))
                        .minus(closed)
                : Mask.empty(grid);
        if (!foot.isEmpty() || !closed.isEmpty()) {
            layers.add(new Layer(top, top, true, closed, foot));
        }
    }

    private Mask closed(List<Double> tops, int index, int interfaces, int layer) {
        Mask closed = Mask.empty(grid);
        double reach = tops.get(Math.min(tops.size() - 1, index + interfaces - 1));
        for (int above = layer; above < topsMm.length && topsMm[above] < reach + EPSILON_MM; above++) {
            Mask contact = surfaces[above];
            if (contact != null && interfaces > 0 && topsMm[above] > tops.get(index) - EPSILON_MM) {
                closed = closed.or(contact.grownSquare(outMm));
            }
        }
        double lowest = tops.get(Math.max(0, index - interfaces));
        double gap = settings.get(PrintValue.SUPPORT_CONTACT);
        for (int under = layer - 1; under > 0 && interfaces > 0 && topsMm[under] > lowest - gap + EPSILON_MM; under--) {
            // A skin of a single layer counts as a lower side.
            closed = closed.or(outlines[under].and(outlines[under - 1]));
        }
        return closed;
    }

    private int layerAt(double z) {
        int layer = 0;
        while (layer < topsMm.length - 1 && topsMm[layer] < z) {
            layer++;
        }
        return layer;
    }
}
