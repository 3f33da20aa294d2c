package org.millwright.nesting.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.millwright.json.UnreadableFile;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;

/** A drawing of parts: each closed outline is an item; outlines that are alike are one item with a larger quantity. */
final class PartDrawing {
    private PartDrawing() {}

    static boolean isOne(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".dxf") || name.endsWith(".svg");
    }

    static StripInstance read(Path file, Rules rules) {
        Rules.Order order = rules.order();
        if (!(order.heightMm() > 0)) {
            throw new UnreadableFile(
                    "%s is a drawing: say how large the sheets are, or how wide the strip.".formatted(file));
        }
        Map<Polygon, Integer> counts = new LinkedHashMap<>();
        for (Polygon outline : rules.outlines().readAll(file)) {
            counts.merge(atOrigin(outline), order.copies(), Integer::sum);
        }
        List<Item> items = new ArrayList<>();
        Map<String, Object> ids = new LinkedHashMap<>();
        counts.forEach((outline, count) -> {
            String id = "part " + (items.size() + 1);
            ids.put(id, id);
            items.add(new Item(id, outline, count, order.turns(), 0, 0));
        });
        String name = String.valueOf(file.getFileName());
        if (order.isStrip()) {
            return new StripInstance(name, order.heightMm(), items, List.of(), ids, List.of());
        }
        Stock sheet = Stock.sheet("sheet", order.widthMm(), order.heightMm(), order.sheets(), 100);
        return new StripInstance(name, 0, items, List.of(sheet), ids, List.of());
    }

    private static Polygon atOrigin(Polygon outline) {
        List<double[]> holes = new ArrayList<>();
        outline.holesMm().forEach(hole -> holes.add(moved(hole, outline)));
        return Polygon.ofMm(moved(outline.outerMm(), outline), holes);
    }

    private static double[] moved(double[] ring, Polygon outline) {
        double[] moved = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            moved[i] = ring[i] - outline.minXUm() / 1000.0;
            moved[i + 1] = ring[i + 1] - outline.minYUm() / 1000.0;
        }
        return moved;
    }
}
