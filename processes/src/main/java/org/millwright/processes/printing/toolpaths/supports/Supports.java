package org.millwright.processes.printing.toolpaths.supports;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
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
    private static final int MOST_CELLS = 250_000;
    private static final double APART_MM = 0.005;
    private static final double EPSILON_MM = 1e-6;

    private final PrintSettings settings;
    private final double[] topsMm;
    private final Grid grid;
    private final int blockCells;
    /** Blocks end with the middle of a line, which reaches half its spacing out of them. */
    private final double outMm;

    private final Mask[] outlines;
    private final @Nullable Mask[] contacts;
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
            return heightMm == other.heightMm
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
        double block = settings.get(PrintValue.SUPPORT_SPACING)
                + ToolPath.spacingMm(settings.lineWidthMm(), settings.layerMm());
        double margin = block + settings.get(PrintValue.SUPPORT_FOOT);
        double blocks = (mesh.bounds().sizeX() + 2 * margin) * (mesh.bounds().sizeY() + 2 * margin) / (block * block);
        outMm = ToolPath.spacingMm(settings.lineWidthMm(), settings.layerMm()) / 2;
        blockCells = (int) Math.clamp(Math.sqrt(MOST_CELLS / blocks), 2, CELLS_PER_BLOCK);
        grid = new Grid(mesh.bounds(), margin, block, blockCells);
        outlines = new Mask[topsMm.length];
        contacts = new Mask[topsMm.length];
        columns = new Mask[topsMm.length];
        var overhanging = new Overhanging(mesh, grid, cutsMm);
        for (int layer = 0; layer < topsMm.length; layer++) {
            boolean same = layer > 0 && shapeOf.apply(layer).equals(shapeOf.apply(layer - 1));
            outlines[layer] = same ? outlines[layer - 1] : grid.mask(outlineOf.apply(layer));
        }
        SortedSet<Double> ends = contacts(overhanging, outlineOf);
        if (!ends.isEmpty()) {
            lead();
            stack(ends);
        }
    }

    /** From the bed up; empty when nothing needs support. */
    public List<Layer> layers() {
        return layers;
    }

    /** Marks on each layer the blocks whose columns end with it, and tells at which heights columns end. */
    private SortedSet<Double> contacts(Overhanging overhanging, IntFunction<List<Region>> outlineOf) {
        var ends = new TreeSet<Double>();
        double contact = settings.get(PrintValue.SUPPORT_CONTACT);
        double sag = Math.max(0, settings.get(PrintValue.NOZZLE) - settings.layerMm());
        for (int layer = 1; layer < topsMm.length; layer++) {
            if (outlines[layer] == outlines[layer - 1]) {
                continue;
            }
            double bottom = topsMm[layer - 1];
            Mask over = overhang(layer, outlineOf);
            Mask flat = overhanging.flat(layer);
            if (flat != null && !over.isEmpty()) {
                Mask level = over.and(flat.widened().widened());
                mark(level.minus(Bridges.over(level, outlines[layer - 1])), bottom - contact - sag, ends);
                over = over.minus(level);
            }
            mark(over, bottom - contact, ends);
        }
        return ends;
    }

    /** What reaches out over the layer below by more than the threshold allows, back to where that layer ends. */
    private Mask overhang(int layer, IntFunction<List<Region>> outlineOf) {
        double height = topsMm[layer] - topsMm[layer - 1];
        double allowed =
                height / Math.tan(Math.toRadians(Math.min(89, settings.get(PrintValue.SUPPORT_THRESHOLD) + 1)));
        List<Region> below = outlineOf.apply(layer - 1);
        List<Region> beyond = Regions.remainder(outlineOf.apply(layer), Regions.growSharp(below, allowed));
        if (beyond.isEmpty()) {
            return Mask.empty(grid);
        }
        // Walls that go straight up would fall on top of each other; a little room keeps them apart.
        List<Region> whole = Regions.remainder(outlineOf.apply(layer), Regions.growSharp(below, APART_MM));
        return grid.touched(whole).and(grid.touched(beyond).grown(allowed));
    }

    private void mark(Mask overhang, double endMm, SortedSet<Double> ends) {
        int layer = topsMm.length - 1;
        while (layer >= 0 && topsMm[layer] > endMm + EPSILON_MM) {
            layer--;
        }
        if (layer < 0 || overhang.isEmpty()) {
            return;
        }
        Mask blocks = overhang.inBlocks(blockCells);
        Mask known = contacts[layer];
        contacts[layer] = known == null ? blocks : known.or(blocks);
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
            for (int over = layer + 1; over <= Math.min(layer + apart + 1, topsMm.length - 1); over++) {
                changed |= outlines[over] != outlines[over - 1];
                reached = over > layer + apart || outlines[over] == outlines[over - 1]
                        ? reached
                        : reached.or(outlines[over]);
            }
            near = changed ? reached.grown(gap) : near;
            // A block that the part narrows is whole again as soon as the part makes room.
            blocks = blocks.isEmpty() ? blocks : blocks.minus(near).inBlocks(blockCells);
            Mask column = blocks.isEmpty() ? blocks : blocks.grown(outMm).minus(near);
            // A gap as high as under an overhang keeps columns from fusing to the part they stand on.
            int under = layer - apart;
            columns[layer] = under >= 0 && under < layer ? column.minus(outlines[under]) : column;
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
                stand(column, top);
            } else if (!column.isEmpty()) {
                Mask closed = closed(tops, i, interfaces, layer).and(column);
                layers.add(new Layer(top, top - below, false, closed, column.minus(closed)));
            }
            below = top;
        }
    }

    /** The layer on the bed: a foot under columns that go on, and only a closed surface where they end with it already. */
    private void stand(Mask column, double top) {
        Mask standing = topsMm.length > 1 ? column.and(columns[1]) : Mask.empty(grid);
        Mask foot = standing.grown(settings.get(PrintValue.SUPPORT_FOOT))
                .minus(outlines[0].grown(settings.get(PrintValue.SUPPORT_GAP)));
        Mask closed = column.minus(foot);
        if (!foot.isEmpty() || !closed.isEmpty()) {
            layers.add(new Layer(top, top, true, closed, foot));
        }
    }

    private Mask closed(List<Double> tops, int index, int interfaces, int layer) {
        Mask closed = Mask.empty(grid);
        double reach = tops.get(Math.min(tops.size() - 1, index + interfaces - 1));
        for (int above = layer; above < topsMm.length && topsMm[above] < reach + EPSILON_MM; above++) {
            Mask contact = contacts[above];
            if (contact != null && interfaces > 0 && topsMm[above] > tops.get(index) - EPSILON_MM) {
                closed = closed.or(contact.grown(outMm));
            }
        }
        double lowest = tops.get(Math.max(0, index - interfaces));
        double gap = settings.get(PrintValue.SUPPORT_CONTACT);
        for (int under = layer - 1;
                under >= 0 && interfaces > 0 && topsMm[under] > lowest - gap + EPSILON_MM;
                under--) {
            closed = closed.or(outlines[under]);
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
