package org.millwright.processes.printing.toolpaths;

import java.util.List;
import java.util.TreeSet;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import org.millwright.processes.printing.toolpaths.supports.Supports;

/**
 * Which layers of a part to plan when only its time and plastic are wanted. A layer whose neighbourhood looks like that of
 * the one two below it, which is drawn in the same directions, is like it and need not be planned. Where too many layers
 * differ, every layer is weighed roughly, layers are planned closer where they take long or change, and the rough weights
 * carry between them what planning finds.
 */
public final class LayerSamples {
    /** Parts of no more layers than this are planned whole. */
    private static final int PLANNED_WHOLE = 24;
    /** Layers planned of larger parts: as many as have this many corners together, within bounds. */
    private static final int CORNERS_PLANNED = 4000;

    private static final int FARTHEST_LIKE = 8;
    /** Roughly what is drawn along the edge of an open layer of supports: once around, and half the way again from line to line. */
    private static final double SUPPORT_EDGES = 1.5;

    private static final double EPSILON_MM = 1e-6;
    private static final int PLANNED_LEAST = 10;
    private static final int PLANNED_MOST = 48;

    private final PrintSettings settings;
    private final PartLayers part;
    private final double[] roughS;
    private final double[] roughMm3;
    private final double[] supportMm3;
    private final int[] supportKey;
    private final int[] like;
    private int distinct;
    private double plainS;
    private double plainMm3;

    public LayerSamples(PartLayers part, PrintSettings settings) {
        this.settings = settings;
        this.part = part;
        roughS = new double[part.count()];
        roughMm3 = new double[part.count()];
        supportMm3 = new double[part.count()];
        supportKey = new int[part.count()];
        like = new int[part.count()];
        weighSupports();
        part.shells().prepare();
        for (int layer = 0; layer < roughS.length; layer++) {
            like[layer] = layer;
            // Supports have thicker layers, so what ends with a layer comes again after some more than two.
            for (int below = 2; below <= FARTHEST_LIKE && layer > below + 1 && like[layer] == layer; below += 2) {
                boolean known = supportKey[layer] == supportKey[layer - below]
                        && part.shells().sameAreas(layer, layer - below);
                like[layer] = known ? like[layer - below] : layer;
            }
            distinct += like[layer] == layer ? 1 : 0;
            boolean same = layer > 1 && part.shells().sameAreas(layer, layer - 1);
            weigh(layer, same);
        }
    }

    /** The layer that a layer looks like: itself or an earlier one. */
    public int like(int layer) {
        return like[layer];
    }

    /** Rough time of a layer, good for comparing layers with each other; positive. */
    public double roughS(int layer) {
        return roughS[layer];
    }

    /** Rough volume of plastic in a layer, good for comparing layers with each other; positive. */
    public double roughMm3(int layer) {
        return roughMm3[layer];
    }

    /** Rough volume of plastic in the supports drawn with a layer; 0 without. */
    public double supportMm3(int layer) {
        return supportMm3[layer];
    }

    private void weighSupports() {
        int layer = 0;
        Supports.Layer before = null;
        int key = 0;
        for (Supports.Layer support : part.supports()) {
            while (layer < supportKey.length - 1 && part.topMm(layer) < support.topMm() - EPSILON_MM) {
                layer++;
            }
            // Layers like the one before keep its key, so that equal columns count as equal from layer to layer.
            key = before != null && before.sameAs(support) ? key : key + 1;
            supportKey[layer] = 31 * supportKey[layer] + key;
            double spacing = ToolPath.spacingMm(settings.lineWidthMm(), support.heightMm());
            double openMm = SUPPORT_EDGES * support.open().edgeMm()
                    + support.open().areaMm2() / Supports.apartMm(settings, support.onBed());
            supportMm3[layer] += support.heightMm() * (support.closed().areaMm2() + spacing * openMm);
            before = support;
        }
    }

    private void weigh(int layer, boolean asBefore) {
        double supportS = supportMm3[layer]
                / settings.layerMm()
                / settings.lineWidthMm()
                / settings.get(PrintValue.SUPPORT_SPEED);
        if (!asBefore) {
            plain(layer);
        }
        roughS[layer] = Math.max(Math.max(plainS + supportS, settings.get(PrintValue.MIN_LAYER_TIME) / 2), 1e-3);
        roughMm3[layer] = plainMm3 + supportMm3[layer];
    }

    private void plain(int layer) {
        double height = part.sections().heights().heightMm(layer);
        Bead bead = new Bead(settings.lineWidthMm(), height);
        double area = 0, boundary = 0;
        for (Region region : part.sections().raw(layer)) {
            area += region.areaMm2();
            boundary += region.boundaryMm();
        }
        double walled = Math.min(area, boundary * settings.walls() * bead.spacingMm());
        double interior = area - walled;
        double solid = interior * part.shells().closedShare(layer), sparse = interior - solid;
        double wallSpeed = (settings.get(PrintValue.OUTER_WALL_SPEED) + settings.get(PrintValue.WALL_SPEED)) / 2;
        double seconds = walled / bead.spacingMm() / wallSpeed
                + solid / bead.spacingMm() / settings.get(PrintValue.SOLID_SPEED)
                + sparse * settings.infillShare() / bead.spacingMm() / settings.get(PrintValue.INFILL_SPEED);
        plainS = seconds;
        plainMm3 = Math.max((walled + solid + sparse * settings.infillShare()) * height, 1e-6);
    }

    /** Layers to plan, in order: those unlike any before, or some of them, the first and last among them. */
    public List<Integer> samples() {
        long corners = 0;
        int count = part.count();
        for (int layer = 0; layer < count; layer++) {
            for (Region region : part.sections().raw(layer)) {
                corners += region.outer().size();
                for (Ring hole : region.holes()) {
                    corners += hole.size();
                }
            }
        }
        return samples(
                (int) Math.clamp((double) CORNERS_PLANNED * count / Math.max(1, corners), PLANNED_LEAST, PLANNED_MOST));
    }

    private List<Integer> samples(int most) {
        var chosen = new TreeSet<Integer>();
        int count = part.count();
        for (int layer = 0; layer < count; layer++) {
            if (like[layer] == layer
                    && (distinct <= Math.max(PLANNED_WHOLE, most) || layer == 0 || layer == 1 || layer == count - 1)) {
                chosen.add(layer);
            }
        }
        double whole = 0;
        for (int layer = 1; layer < count; layer++) {
            whole += weight(layer);
        }
        double passed = 0, wanted = 0.5;
        for (int layer = 1; layer < count && distinct > Math.max(PLANNED_WHOLE, most); layer++) {
            passed += weight(layer);
            if (like[layer] == layer && passed * most >= wanted * whole) {
                chosen.add(layer);
                wanted = Math.floor(passed * most / whole) + 1.5;
            }
        }
        return List.copyOf(chosen);
    }

    private double weight(int layer) {
        return like[layer] == layer ? roughS[layer] + 2 * Math.abs(roughS[layer] - roughS[layer - 1]) : 0;
    }
}
