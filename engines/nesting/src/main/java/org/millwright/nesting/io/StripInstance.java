package org.millwright.nesting.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.json.JsonFields;
import org.millwright.json.JsonReader;
import org.millwright.json.JsonText;
import org.millwright.json.UnreadableFile;
import org.millwright.nesting.cutting.LeadIns;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.InvalidShape;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Repaired;
import org.millwright.nesting.model.Stock;

/**
 * An instance file: items, and either a strip of fixed height to be used as little of as possible, or bins. One unit of
 * the file is taken as one millimetre.
 *
 * @param stripHeight 0 when there are bins
 * @param bins empty when there is a strip
 * @param itemJson by item id, the id as the file writes it
 * @param notes what had to be repaired, in words
 * @param constraints what a layout owes beyond that
 * @param clearanceMm between parts
 * @param marginMm to the edge
 */
record StripInstance(
        String name,
        double stripHeight,
        List<Item> items,
        List<Stock> bins,
        Map<String, Object> itemJson,
        List<String> notes,
        Constraints constraints,
        double clearanceMm,
        double marginMm) {
    static final String STRIP = "strip";
    private static final int BEST_QUALITY = 1000;

    StripInstance(
            String name,
            double stripHeight,
            List<Item> items,
            List<Stock> bins,
            Map<String, Object> itemJson,
            List<String> notes) {
        this(name, stripHeight, items, bins, itemJson, notes, Constraints.none(), 0, 0);
    }

    /** Reads JSON, or a cut list when the name ends so. */
    static StripInstance read(Path file, Rules rules) {
        StripInstance read = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
                ? CutList.read(file, rules.outlines())
                : PartDrawing.isOne(file) ? PartDrawing.read(file, rules) : read(file);
        return new StripInstance(
                read.name,
                read.stripHeight,
                read.items,
                read.bins,
                read.itemJson,
                read.notes,
                read.constraints.withLeadIns(leadIns(read.items, rules)),
                rules.clearanceMm(),
                rules.marginMm());
    }

    /** Other parts keep the clearance from the ways in as well. */
    private static List<Constraints.LeadIn> leadIns(List<Item> items, Rules rules) {
        double length = rules.cutting().leadInMm();
        return length == 0
                ? List.of()
                : items.stream()
                        .flatMap(item -> LeadIns.of(item, length, rules.clearanceMm()).stream())
                        .toList();
    }

    private static StripInstance read(Path file) {
        JsonFields json = JsonFields.of(String.valueOf(file.getFileName()), JsonReader.read(text(file)));
        if (!json.has("strip_height") && !json.has("bins")) {
            throw new UnreadableFile("%s has neither strip_height nor bins.".formatted(file));
        }
        List<String> notes = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        Map<String, Object> itemJson = new LinkedHashMap<>();
        var constraints = new InstanceConstraints();
        for (JsonFields fields : json.objects("items")) {
            Object idJson = fields.any("id");
            if (idJson == null) {
                throw new UnreadableFile("%s has no id.".formatted(fields.where()));
            }
            String id = idOf(idJson);
            itemJson.put(id, idJson);
            int quality = fields.has("min_quality") ? Math.toIntExact(fields.whole("min_quality")) : BEST_QUALITY;
            int priority = fields.has("priority") ? Math.toIntExact(fields.whole("priority")) : 0;
            items.add(new Item(
                    id,
                    shape(fields, notes),
                    Math.toIntExact(fields.whole("demand")),
                    InstanceConstraints.turns(fields),
                    priority,
                    quality));
            constraints.addItem(id, fields);
        }
        if (items.isEmpty()) {
            throw new UnreadableFile("%s has no items.".formatted(file));
        }
        List<Stock> bins = json.has("strip_height") ? List.of() : bins(json, notes, constraints);
        if (bins.isEmpty()) {
            constraints.addStock(STRIP, json);
        }
        constraints.addPairs(json);
        return new StripInstance(
                json.has("name") ? json.text("name") : String.valueOf(file.getFileName()),
                json.has("strip_height") ? json.number("strip_height") : 0,
                items,
                bins,
                itemJson,
                List.copyOf(notes),
                constraints.constraints(),
                0,
                0);
    }

    private static List<Stock> bins(JsonFields json, List<String> notes, InstanceConstraints constraints) {
        List<Stock> bins = new ArrayList<>();
        for (JsonFields bin : json.objects("bins")) {
            List<Stock.Zone> zones = new ArrayList<>();
            for (JsonFields zone : bin.has("zones") ? bin.objects("zones") : List.<JsonFields>of()) {
                zones.add(new Stock.Zone(shape(zone, notes), Math.toIntExact(zone.whole("quality"))));
            }
            int quantity = bin.has("stock") ? Math.toIntExact(bin.whole("stock")) : 1;
            long cost = bin.has("cost") ? bin.whole("cost") : 1;
            Polygon shape = stockShape(bin, zones, notes);
            String id = idOf(bin.any("id"));
            int priority = bin.has("priority") ? Math.toIntExact(bin.whole("priority")) : 0;
            bins.add(new Stock(id, shape, quantity, cost, priority, zones));
            constraints.addStock(id, bin);
        }
        if (bins.isEmpty()) {
            throw new UnreadableFile("%s has no bins.".formatted(json.where()));
        }
        return bins;
    }

    /** Numbers and names alike as text. */
    static String idOf(@Nullable Object json) {
        return json instanceof String text ? text : JsonText.of(json);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UnreadableFile("%s cannot be read: %s".formatted(file, unreadable));
        }
    }

    /** Repairs must not add material that is not there: outlines have to be tidy, untidy holes become defects. */
    private static Polygon stockShape(JsonFields bin, List<Stock.Zone> zones, List<String> notes) {
        List<double[]> rings = rings(bin);
        double[] outer = rings.getFirst();
        try {
            List<double[]> holes = new ArrayList<>();
            for (double[] hole : rings.subList(1, rings.size())) {
                if (Repaired.ofMm(outer, List.of(hole)).polygon().ringCount() == 2) {
                    holes.add(hole);
                } else {
                    zones.add(new Stock.Zone(Repaired.ofMm(hole, List.of()).polygon(), 0));
                    notes.add(
                            "%s: the hole at (%s, %s) mm is not a tidy one inside the outline; parts keep off its whole area."
                                    .formatted(bin.where(), hole[0], hole[1]));
                }
            }
            return Polygon.ofMm(outer, holes);
        } catch (InvalidShape invalid) {
            throw new UnreadableFile("%s: %s".formatted(bin.where(), invalid.getMessage()));
        }
    }

    private static Polygon shape(JsonFields item, List<String> notes) {
        List<double[]> rings = rings(item);
        try {
            return tidy(item, rings.getFirst(), rings.subList(1, rings.size()), notes);
        } catch (InvalidShape invalid) {
            throw new UnreadableFile("%s: %s".formatted(item.where(), invalid.getMessage()));
        }
    }

    /** The outer ring first. */
    private static List<double[]> rings(JsonFields item) {
        JsonFields shape = JsonFields.of("The shape of " + item.where(), item.any("shape"));
        if (shape.text("type").equals("simple_polygon")) {
            return List.of(ring(shape, shape.list("data")));
        }
        JsonFields data = JsonFields.of("The data of " + shape.where(), shape.any("data"));
        List<double[]> rings = new ArrayList<>();
        rings.add(ring(data, data.list("outer")));
        for (Object hole : data.has("inner") ? data.list("inner") : List.of()) {
            rings.add(ring(data, hole instanceof List<?> points ? points : List.of()));
        }
        return rings;
    }

    private static Polygon tidy(JsonFields item, double[] outer, List<double[]> holes, List<String> notes) {
        Repaired repaired = Repaired.ofMm(outer, holes);
        repaired.actions().forEach(action -> notes.add("%s: %s".formatted(item.where(), action)));
        return repaired.polygon();
    }

    private static double[] ring(JsonFields where, List<?> points) {
        double[] xy = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i) instanceof List<?> pair
                    && pair.size() == 2
                    && pair.getFirst() instanceof Double x
                    && pair.getLast() instanceof Double y) {
                xy[2 * i] = x;
                xy[2 * i + 1] = y;
            } else {
                throw new UnreadableFile("Point %d of %s should be [x, y].".formatted(i, where.where()));
            }
        }
        return xy;
    }

    boolean isStrip() {
        return bins.isEmpty();
    }

    double itemArea() {
        return items.stream()
                .mapToDouble(item -> item.quantity() * item.shape().areaMm2())
                .sum();
    }

    /** The bins, or the strip, long enough for all items behind one another. */
    NestingProblem problem() {
        if (!isStrip()) {
            return new NestingProblem(items, bins, clearanceMm, marginMm, constraints);
        }
        double length = 0;
        for (Item item : items) {
            length += item.quantity()
                    * (Math.hypot(item.shape().widthMm(), item.shape().heightMm()) + clearanceMm + 2 * marginMm + 1);
        }
        return problem(Math.min(length, Polygon.LIMIT_UM / 1000.0));
    }

    NestingProblem problem(double length) {
        Stock strip = Stock.sheet(STRIP, length, stripHeight, 1, 0);
        return new NestingProblem(items, List.of(strip), clearanceMm, marginMm, constraints);
    }
}
