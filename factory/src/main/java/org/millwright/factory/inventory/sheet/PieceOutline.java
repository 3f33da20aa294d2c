package org.millwright.factory.inventory.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.millwright.geometry.Ring;

/**
 * The outline of a remnant that is no rectangle.
 *
 * @param xyMm x, y of each corner in turn, counter-clockwise, at least three corners; the box around them begins at 0, 0
 */
public record PieceOutline(List<Double> xyMm) {
    private static final int MOST_CORNERS = 1_000;

    public PieceOutline {
        xyMm = List.copyOf(xyMm);
        if (xyMm.size() < 6 || xyMm.size() % 2 != 0 || xyMm.size() > 2 * MOST_CORNERS) {
            throw new IllegalArgumentException("An outline has 3 to %d corners of two numbers each, got %d numbers."
                    .formatted(MOST_CORNERS, xyMm.size()));
        }
    }

    /** Moves a ring so that the box around it begins at 0, 0. */
    public static PieceOutline of(Ring ring) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ring.size(); i++) {
            minX = Math.min(minX, ring.x(i));
            minY = Math.min(minY, ring.y(i));
        }
        List<Double> xy = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            xy.add(onGrid(ring.x(i) - minX));
            xy.add(onGrid(ring.y(i) - minY));
        }
        return new PieceOutline(xy);
    }

    /** Whole micrometres, as the nesting engine counts. */
    private static double onGrid(double mm) {
        return Math.rint(mm * 1000) / 1000;
    }

    /** x, y of each corner in turn. */
    public Double[] toArray() {
        return xyMm.toArray(Double[]::new);
    }

    public Ring ring() {
        return new Ring(xyMm.stream().mapToDouble(Double::doubleValue).toArray());
    }

    public double areaMm2() {
        return Math.abs(ring().signedAreaMm2());
    }

    public double widthMm() {
        return most(0);
    }

    public double heightMm() {
        return most(1);
    }

    private double most(int axis) {
        double most = 0;
        for (int i = axis; i < xyMm.size(); i += 2) {
            most = Math.max(most, xyMm.get(i));
        }
        return most;
    }

    /** The same piece turned by a quarter, counter-clockwise. */
    public PieceOutline turned() {
        return of(ring().placed(90, 0, 0));
    }

    /**
     * SVG path data, y downwards.
     *
     * @param scale lengths of the picture for one millimetre
     */
    public String path(double scale, double dx, double dy) {
        var path = new StringBuilder();
        double height = heightMm();
        for (int i = 0; i < xyMm.size(); i += 2) {
            path.append(String.format(
                    Locale.ROOT,
                    "%s%.2f %.2f",
                    i == 0 ? "M" : "L",
                    dx + scale * xyMm.get(i),
                    dy + scale * (height - xyMm.get(i + 1))));
        }
        return path.append("Z").toString();
    }
}
