package org.millwright.processes.printing.toolpaths;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.mesh.Halves;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import org.millwright.processes.printing.toolpaths.raster.Mask;

/**
 * Which part of a layer's interior is what: upper skin, lower skin over air, closed layers under and over skins, threads that
 * bridge loose infill, and loose infill itself. Areas are masks; they reach out into the walls, so that a line up to the wall
 * belongs to what lies beside it. Layers with the same neighbourhood share their answer.
 */
final class Shells {
    /** Skins reach this far into the infill to be held by it. */
    private static final double ANCHOR_MM = 3;
    /** Closed strips narrower than twice this many line widths are widened by three of them. */
    private static final double NARROW_WIDTHS = 1;

    private static final double WIDENED_WIDTHS = 3;
    /** Bridges over infill narrower than twice this many threads are not worth their slowness. */
    private static final double BRIDGE_THREADS = 3;

    private final Sections sections;
    private final PrintSettings settings;
    private final int above;
    private final int below;
    private final int spannedBelow;
    private final double wallsMm;
    // Masks never change, so it does no harm when two threads find the same one.
    private final @Nullable Mask[] interiors;
    private final @Nullable Mask[] tops;
    private final @Nullable Mask[] bottoms;
    private final @Nullable Mask[] closed;

    Shells(Sections sections, PrintSettings settings) {
        this.sections = sections;
        this.settings = settings;
        interiors = new Mask[sections.count()];
        tops = new Mask[sections.count()];
        bottoms = new Mask[sections.count()];
        closed = new Mask[sections.count()];
        above = (int) settings.get(PrintValue.TOP_LAYERS);
        below = (int) settings.get(PrintValue.BOTTOM_LAYERS);
        spannedBelow = Math.max(1, (int) Math.floor(settings.get(PrintValue.NOZZLE) / settings.layerMm() + 1e-3));
        wallsMm = Math.max(
                0,
                Walls.depthMm(settings, settings.layerMm())
                        - Walls.INFILL_OVERLAP * ToolPath.spacingMm(settings.lineWidthMm(), settings.layerMm()));
    }

    /** The areas of one layer; they do not overlap, and what is in none of them is loose infill. */
    record Areas(Mask top, Mask bottom, Mask bridging, Mask solid) {}

    Areas areas(int layer) {
        Mask bottom = bottom(layer);
        Mask top = top(layer).minus(bottom);
        Mask solid = closed(layer).minus(bottom).minus(top);
        Mask bridging = layer > 0 ? bridging(layer, solid) : sections.air();
        Mask outline = sections.outline(layer);
        Mask rim = outline.minus(interior(layer));
        Mask taken = sections.air();
        Mask[] areas = {bottom, top, bridging, solid.minus(bridging)};
        Mask loose = interior(layer).minus(bottom).minus(top).minus(solid);
        if (rim.isEmpty() || !loose.isEmpty()) {
            // Walls take what lies beside them, cell by cell, loose infill too.
            for (int step = 0; step < 3 && !rim.isEmpty(); step++) {
                for (int i = 0; i < areas.length; i++) {
                    Mask grown = areas[i].isEmpty()
                            ? areas[i]
                            : areas[i].widened().and(rim).minus(taken);
                    taken = taken.or(grown);
                    areas[i] = areas[i].or(grown);
                }
                Mask beside = loose.widened().and(rim).minus(taken);
                loose = loose.or(beside);
                rim = rim.minus(taken).minus(beside);
            }
        } else {
            for (int i = 0; i < areas.length; i++) {
                Mask grown = areas[i].isEmpty()
                        ? areas[i]
                        : areas[i].grown(2 * wallsMm).and(rim).minus(taken);
                taken = taken.or(grown);
                areas[i] = areas[i].or(grown);
            }
        }
        return new Areas(areas[1], areas[0], areas[2], areas[3]);
    }

    /** Equal for layers whose areas are equal. */
    boolean sameAreas(int a, int b) {
        for (int reach = -below - 2 - spannedBelow; reach <= above + 1; reach++) {
            if (sections.shape(a + reach) != sections.shape(b + reach)) {
                return false;
            }
        }
        return (a == 0) == (b == 0);
    }

    /** Roughly what the walls leave. */
    Mask interior(int layer) {
        int shape = sections.shape(layer);
        if (shape < 0) {
            return sections.air();
        }
        Mask known = interiors[shape];
        if (known == null) {
            known = sections.outline(layer).shrunk(wallsMm);
            interiors[shape] = known;
        }
        return known;
    }

    /** Upper skin with its reach into the infill. */
    private Mask top(int layer) {
        if (above == 0 || sections.shape(layer) < 0) {
            return sections.air();
        }
        Mask known = tops[layer];
        if (known == null) {
            known = skin(layer, layer + 1);
            tops[layer] = known;
        }
        return known;
    }

    private Mask bottom(int layer) {
        if (below == 0 || sections.shape(layer) < 0) {
            return sections.air();
        }
        Mask known = bottoms[layer];
        if (known == null) {
            known = skin(layer, layer - 1);
            bottoms[layer] = known;
        }
        return known;
    }

    private Mask skin(int layer, int cover) {
        if (sections.shape(layer) == sections.shape(cover)) {
            return sections.air();
        }
        Mask interior = interior(layer);
        Mask exposed = interior.minus(sections.outline(cover));
        return exposed.isEmpty() ? exposed : exposed.grown(ANCHOR_MM).and(interior);
    }

    /** Finds what is closed in all layers, on two threads. */
    void prepare() {
        Halves.split(sections.count(), (from, to) -> {
            for (int layer = from; layer < to; layer++) {
                closed(layer);
            }
        });
    }

    /** Everything that is not loose infill, the skins included. */
    private Mask closed(int layer) {
        if (sections.shape(layer) < 0) {
            return sections.air();
        }
        Mask known = closed[layer];
        if (known == null) {
            Mask before = layer > 0 ? closed[layer - 1] : null;
            known = before != null && sameAreas(layer, layer - 1) ? before : findClosed(layer);
            closed[layer] = known;
        }
        return known;
    }

    private Mask findClosed(int layer) {
        Mask interior = interior(layer);
        if (settings.infillShare() >= 1) {
            return top(layer).or(bottom(layer));
        }
        var covers = new ArrayList<Mask>();
        var skins = new ArrayList<Mask>();
        covers.add(sections.outline(layer));
        for (int other = layer; other < layer + above; other++) {
            covers.add(sections.outline(other + 1));
            skins.add(top(other));
        }
        for (int other = layer; other > layer - below; other--) {
            covers.add(sections.outline(other - 1));
            skins.add(bottom(other));
        }
        skins.removeIf(skin -> skin == sections.air());
        Mask solid = interior.minus(Mask.inAll(covers));
        if (!skins.isEmpty()) {
            solid = solid.or(Mask.inAny(skins).and(interior));
        }
        if (!solid.isEmpty()) {
            double width = settings.lineWidthMm();
            Mask narrow = solid.minus(solid.openedBy(NARROW_WIDTHS * width));
            solid = narrow.isEmpty()
                    ? solid
                    : solid.or(narrow.grown(WIDENED_WIDTHS * width).and(interior));
        }
        Mask exposed = interior.minus(sections.outline(layer + 1)).or(interior.minus(sections.outline(layer - 1)));
        Mask small = interior.minus(exposed).piecesBelow(settings.get(PrintValue.SOLID_BELOW));
        return solid.or(small);
    }

    /** Closed lines with nothing but loose infill beneath, as deep as a round thread sags. */
    private Mask bridging(int layer, Mask solid) {
        if (settings.infillShare() >= 1 || solid.isEmpty()) {
            return sections.air();
        }
        Mask over = solid;
        for (int under = 1; under <= spannedBelow && !over.isEmpty(); under++) {
            if (layer - under < 0) {
                return sections.air();
            }
            over = over.and(interior(layer - under)).minus(closed(layer - under));
        }
        return over.isEmpty() ? over : over.openedBy(BRIDGE_THREADS * settings.get(PrintValue.NOZZLE));
    }

    /** Roughly how much of the layer is closed, from 0 to 1. */
    double closedShare(int layer) {
        Mask interior = interior(layer);
        double area = interior.areaMm2();
        return area == 0 ? 1 : Math.min(1, closed(layer).areaMm2() / area);
    }
}
