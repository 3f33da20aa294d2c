package org.millwright.nesting.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.nesting.model.InvalidShape;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;

/**
 * A strip packing instance: a strip of fixed height, items, and as little length as possible. One unit of the file is
 * taken as one millimetre.
 *
 * @param itemJson by item id, the id as the file writes it
 */
record StripInstance(String name, double stripHeight, List<Item> items, Map<String, Object> itemJson) {
    static final String STRIP = "strip";

    static StripInstance read(Path file) {
        JsonFields json = JsonFields.of(String.valueOf(file.getFileName()), JsonReader.read(text(file)));
        if (!json.has("strip_height")) {
            throw new UnreadableFile(
                    "%s has no strip_height. Only strips can be nested from instance files; bins cannot yet."
                            .formatted(file));
        }
        List<Item> items = new ArrayList<>();
        Map<String, Object> itemJson = new LinkedHashMap<>();
        for (JsonFields fields : json.objects("items")) {
            Object idJson = fields.any("id");
            if (idJson == null) {
                throw new UnreadableFile("%s has no id.".formatted(fields.where()));
            }
            String id = JsonText.of(idJson);
            itemJson.put(id, idJson);
            items.add(new Item(id, shape(fields), Math.toIntExact(fields.whole("demand")), rotations(fields), 0));
        }
        if (items.isEmpty()) {
            throw new UnreadableFile("%s has no items.".formatted(file));
        }
        return new StripInstance(
                json.has("name") ? json.text("name") : String.valueOf(file.getFileName()),
                json.number("strip_height"),
                items,
                itemJson);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UnreadableFile("%s cannot be read: %s".formatted(file, unreadable));
        }
    }

    private static Polygon shape(JsonFields item) {
        JsonFields shape = JsonFields.of("The shape of " + item.where(), item.any("shape"));
        try {
            if (shape.text("type").equals("simple_polygon")) {
                return Polygon.ofMm(ring(shape, shape.list("data")), List.of());
            }
            JsonFields rings = JsonFields.of("The data of " + shape.where(), shape.any("data"));
            List<double[]> holes = new ArrayList<>();
            for (Object hole : rings.has("inner") ? rings.list("inner") : List.of()) {
                holes.add(ring(rings, hole instanceof List<?> points ? points : List.of()));
            }
            return Polygon.ofMm(ring(rings, rings.list("outer")), holes);
        } catch (InvalidShape invalid) {
            throw new UnreadableFile("%s: %s".formatted(item.where(), invalid.getMessage()));
        }
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

    /** Absent means any rotation, an empty list none. */
    private static List<Integer> rotations(JsonFields item) {
        if (!item.has("allowed_orientations")) {
            return List.of();
        }
        List<Integer> rotations = new ArrayList<>();
        for (@Nullable Object degrees : item.list("allowed_orientations")) {
            if (!(degrees instanceof Double number) || number != Math.rint(number)) {
                throw new UnreadableFile("%s allows the orientation %s; only whole degrees are supported."
                        .formatted(item.where(), degrees));
            }
            rotations.add(number.intValue());
        }
        return rotations.isEmpty() ? List.of(0) : rotations;
    }

    double itemArea() {
        return items.stream()
                .mapToDouble(item -> item.quantity() * item.shape().areaMm2())
                .sum();
    }

    /** The strip, long enough for all items behind one another. */
    NestingProblem problem() {
        double length = 0;
        for (Item item : items) {
            length += item.quantity()
                    * Math.hypot(item.shape().widthMm(), item.shape().heightMm());
        }
        return problem(Math.min(length, Polygon.LIMIT_UM / 1000.0));
    }

    NestingProblem problem(double length) {
        return new NestingProblem(items, List.of(Stock.sheet(STRIP, length, stripHeight, 1, 0)), 0, 0);
    }
}
