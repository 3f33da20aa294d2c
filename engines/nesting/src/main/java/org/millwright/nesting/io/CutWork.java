package org.millwright.nesting.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.millwright.nesting.cutting.CommonLines;
import org.millwright.nesting.cutting.Offcut;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;

/**
 * What a cutter does with a layout beside following contours.
 *
 * @param shared lines that are cut once for two parts; none when parts share no lines
 * @param ways on which the cutter comes in
 * @param offcuts that are kept
 */
record CutWork(List<CommonLines> shared, List<Way> ways, List<Kept> offcuts) {
    private static final double MM_PER_UM = 1e-3;

    /** What steps take from the worth of an offcut that no single straight cut takes off. */
    private static final double STEPPED_WORTH = 0.8;

    /** A way in, in the coordinates of the stock. */
    record Way(Placement placement, double fromXMm, double fromYMm, double toXMm, double toYMm) {}

    /** What is kept of one piece of stock. */
    record Kept(String stockId, int stockCopy, Offcut offcut) {}

    static CutWork none() {
        return new CutWork(List.of(), List.of(), List.of());
    }

    static CutWork of(NestingProblem problem, Layout layout, boolean isStrip, Rules rules) {
        List<Way> ways = new ArrayList<>();
        for (Placement placement : layout.placements()) {
            for (Constraints.LeadIn leadIn : problem.constraints().leadIns()) {
                if (leadIn.itemId().equals(placement.itemId())) {
                    ways.add(way(placement, leadIn));
                }
            }
        }
        List<Kept> offcuts = new ArrayList<>();
        double narrowestMm = rules.cutting().narrowestOffcutMm();
        if (narrowestMm > 0 && !isStrip) {
            var terms = new Offcut.Terms(narrowestMm, narrowestMm * narrowestMm, STEPPED_WORTH);
            for (Layout.UsedStock used : layout.used()) {
                Offcut.of(problem, layout, used.stockId(), used.stockCopy(), terms)
                        .ifPresent(offcut -> offcuts.add(new Kept(used.stockId(), used.stockCopy(), offcut)));
            }
        }
        return new CutWork(
                rules.cutting().sharesLines()
                        ? List.of(CommonLines.of(problem, layout, rules.clearanceMm()))
                        : List.of(),
                ways,
                offcuts);
    }

    private static Way way(Placement placement, Constraints.LeadIn leadIn) {
        double[] from = placed(placement, leadIn.fromXMm(), leadIn.fromYMm());
        double[] to = placed(placement, leadIn.toXMm(), leadIn.toYMm());
        return new Way(placement, from[0], from[1], to[0], to[1]);
    }

    private static double[] placed(Placement placement, double xMm, double yMm) {
        double radians = Math.toRadians(placement.rotationDeg());
        double x = placement.mirrored() ? -xMm : xMm;
        return new double[] {
            x * Math.cos(radians) - yMm * Math.sin(radians) + placement.xMm(),
            x * Math.sin(radians) + yMm * Math.cos(radians) + placement.yMm()
        };
    }

    /** Adds what there is to a layout's JSON. */
    void addTo(Map<String, @Nullable Object> json, Map<String, Object> itemJson, ToIntFunction<Placement> sheetOf) {
        for (CommonLines lines : shared) {
            List<Object> each = new ArrayList<>();
            for (CommonLines.Line line : lines.lines()) {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                fields.put("sheet", (double) sheetOf.applyAsInt(line.first()));
                fields.put("items", List.of(idOf(line.first(), itemJson), idOf(line.second(), itemJson)));
                fields.put("from", List.of(line.ax(), line.ay()));
                fields.put("to", List.of(line.bx(), line.by()));
                each.add(fields);
            }
            json.put("commonLines", each);
            json.put("commonLinesMm", lines.savedMm());
            json.put("cutLengthMm", lines.cutLengthMm());
        }
        if (!ways.isEmpty()) {
            List<Object> each = new ArrayList<>();
            for (Way way : ways) {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                fields.put("sheet", (double) sheetOf.applyAsInt(way.placement));
                fields.put("item", idOf(way.placement, itemJson));
                fields.put("from", List.of(way.fromXMm, way.fromYMm));
                fields.put("to", List.of(way.toXMm, way.toYMm));
                each.add(fields);
            }
            json.put("leadIns", each);
        }
        if (!offcuts.isEmpty()) {
            List<Object> each = new ArrayList<>();
            for (Kept kept : offcuts) {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                var somewhere = new Placement("", 0, kept.stockId, kept.stockCopy, 0, 0, 0);
                fields.put("sheet", (double) sheetOf.applyAsInt(somewhere));
                fields.put("areaMm2", kept.offcut.shape().areaMm2());
                fields.put("rectangular", kept.offcut.rectangular());
                fields.put("outline", points(kept.offcut.shape()));
                each.add(fields);
            }
            json.put("offcuts", each);
        }
    }

    private static Object idOf(Placement placement, Map<String, Object> itemJson) {
        return itemJson.getOrDefault(placement.itemId(), placement.itemId());
    }

    private static List<List<Double>> points(Polygon shape) {
        long[] ring = shape.ringUm(0);
        List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i < ring.length; i += 2) {
            points.add(List.of(ring[i] * MM_PER_UM, ring[i + 1] * MM_PER_UM));
        }
        return points;
    }

    /** What is to be drawn over one piece of stock. */
    LayoutSvg.Marks marksOn(String stockId, int stockCopy) {
        List<double[]> cuts = new ArrayList<>();
        for (CommonLines lines : shared) {
            for (CommonLines.Line line : lines.lines()) {
                if (isOn(line.first(), stockId, stockCopy)) {
                    cuts.add(new double[] {line.ax(), line.ay(), line.bx(), line.by()});
                }
            }
        }
        List<double[]> in = new ArrayList<>();
        for (Way way : ways) {
            if (isOn(way.placement, stockId, stockCopy)) {
                in.add(new double[] {way.fromXMm, way.fromYMm, way.toXMm, way.toYMm});
            }
        }
        List<Polygon> kept = offcuts.stream()
                .filter(offcut -> offcut.stockId.equals(stockId) && offcut.stockCopy == stockCopy)
                .map(offcut -> offcut.offcut.shape())
                .toList();
        return new LayoutSvg.Marks(cuts, in, kept);
    }

    private static boolean isOn(Placement placement, String stockId, int stockCopy) {
        return placement.stockCopy() == stockCopy && placement.stockId().equals(stockId);
    }
}
