package org.millwright.nesting.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.json.JsonText;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;

/** A nest on a strip, with how it was found. */
public final class StripLayout {
    private final StripInstance instance;
    private final Layout layout;
    private final CutWork work;
    private final long seed;
    private final double seconds;
    private final double cpuSeconds;
    private final long evaluations;
    private final List<Better> improvements;

    StripLayout(
            StripInstance instance,
            Layout layout,
            CutWork work,
            long seed,
            double seconds,
            double cpuSeconds,
            long evaluations,
            List<Better> improvements) {
        this.instance = instance;
        this.layout = layout;
        this.work = work;
        this.seed = seed;
        this.seconds = seconds;
        this.cpuSeconds = cpuSeconds;
        this.evaluations = evaluations;
        this.improvements = List.copyOf(improvements);
    }

    /** A denser layout found after so many seconds; the density is 0 to 1. */
    public record Better(double atS, double density) {}

    /** The placements, in the coordinates of the instance. */
    public Layout layout() {
        return layout;
    }

    /** From the left edge to the right edge of the rightmost item; of several sheets the largest. */
    public double stripLength() {
        return lengthOf(layout);
    }

    /** Item area over strip height times length, 0 to 1. */
    public double density() {
        return densityOf(instance, layout);
    }

    static double lengthOf(Layout layout) {
        return layout.used().stream()
                .mapToDouble(Layout.UsedStock::usedLengthMm)
                .max()
                .orElse(0);
    }

    static double densityOf(StripInstance instance, Layout layout) {
        if (!instance.isStrip()) {
            return binDensity(instance, layout);
        }
        return instance.itemArea() / (instance.stripHeight() * lengthOf(layout));
    }

    /** Area of what is placed over the area of the bins in use, 0 to 1. */
    private static double binDensity(StripInstance instance, Layout layout) {
        Map<String, Double> areas = new HashMap<>();
        instance.bins().forEach(bin -> areas.put(bin.id(), bin.shape().areaMm2()));
        double used = 0;
        double filled = 0;
        for (Layout.UsedStock piece : layout.used()) {
            double area = areas.getOrDefault(piece.stockId(), 0.0);
            used += area;
            filled += area * piece.density();
        }
        return used == 0 ? 0 : filled / used;
    }

    /** CPU time that the whole program took meanwhile. */
    public double cpuSeconds() {
        return cpuSeconds;
    }

    /** Places for parts that were evaluated. */
    public long evaluations() {
        return evaluations;
    }

    /** What the search told of on the way. */
    public List<Better> improvements() {
        return improvements;
    }

    /** What had to be repaired in the instance, in words. */
    public List<String> notes() {
        return instance.notes();
    }

    public String toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("instance", instance.name());
        json.put("seed", seed);
        json.put("seconds", seconds);
        json.put("cpuSeconds", cpuSeconds);
        json.put("evaluations", evaluations);
        json.put("stripLength", stripLength());
        if (!instance.isStrip()) {
            json.put("sheets", (double) layout.used().size());
            json.put(
                    "unplaced",
                    layout.unplaced().stream()
                            .map(left -> instance.itemJson().get(left.itemId()))
                            .toList());
        }
        json.put("density", density());
        List<Map<String, @Nullable Object>> placements = new ArrayList<>();
        for (Placement placement : layout.placements()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("item", instance.itemJson().get(placement.itemId()));
            fields.put("rotation", placement.rotationDeg());
            fields.put("x", placement.xMm());
            fields.put("y", placement.yMm());
            if (placement.mirrored()) {
                fields.put("mirrored", true);
            }
            if (!instance.isStrip()) {
                fields.put("sheet", (double) sheetOf(placement));
            }
            placements.add(fields);
        }
        json.put("placements", placements);
        work.addTo(json, instance.itemJson(), this::sheetOf);
        List<Map<String, Double>> better = new ArrayList<>();
        for (Better improvement : improvements) {
            Map<String, Double> fields = new LinkedHashMap<>();
            fields.put("atS", improvement.atS());
            fields.put("density", improvement.density());
            better.add(fields);
        }
        json.put("improvements", better);
        return JsonText.of(json);
    }

    /** Pieces of stock are counted through all bins in the order of the file. */
    private int sheetOf(Placement placement) {
        int sheet = placement.stockCopy();
        for (Stock bin : instance.bins()) {
            if (bin.id().equals(placement.stockId())) {
                return sheet;
            }
            sheet += bin.quantity();
        }
        return sheet;
    }

    /** A picture of the strip or of all bins in use, with labelled items, y pointing up. */
    public String toSvg() {
        Map<String, Polygon> shapes = new LinkedHashMap<>();
        for (Item item : instance.items()) {
            shapes.put(item.id(), item.shape());
        }
        if (!instance.isStrip()) {
            return LayoutSvg.of(instance.name(), instance.bins(), layout, shapes, this::marks);
        }
        Stock strip = Stock.sheet(StripInstance.STRIP, stripLength(), instance.stripHeight(), 1, 0);
        return LayoutSvg.of(instance.name(), List.of(strip), layout, shapes, this::marks);
    }

    private LayoutSvg.Marks marks(Layout.UsedStock used) {
        return work.marksOn(used.stockId(), used.stockCopy());
    }
}
