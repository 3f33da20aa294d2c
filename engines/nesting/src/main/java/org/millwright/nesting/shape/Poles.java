package org.millwright.nesting.shape;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Poles of inaccessibility: the largest disc inside, then the largest that leaves the earlier ones alone, and so on. Each
 * is found by halving squares that may still hold a larger one.
 */
final class Poles {
    /** More measure overlaps better but make the search slower than they make it better. */
    private static final int MOST = 9;

    private static final int DEEPEST = 10;

    /** How far a square may be from a better disc and still be left alone, as a part of the shape's size. */
    private static final double PRECISION = 0.004;

    /** Slender shapes have many places that are as good as the best, so that looking for a better one takes long. */
    private static final double SLENDER = 6;

    private static final double MOST_PRECISION = 0.1;

    private final double[][] rings;
    private final double[] poles = new double[3 * MOST];
    private int count;

    private record Square(double x, double y, double half, double radius, int depth) {
        double bound() {
            return radius + half * Math.sqrt(2);
        }
    }

    private Poles(double[][] rings) {
        this.rings = rings;
    }

    /** x, y, radius of each in turn, largest first. */
    static double[] of(double[][] rings) {
        var search = new Poles(rings);
        double[] hull = Rings.hull(rings[0]);
        double area = Math.abs(Rings.area(rings));
        double covered = 0;
        while (search.count < MOST && !(search.count >= 6 && covered >= 0.9 * area)) {
            Square best = search.largest(hull);
            if (best.radius <= 0 || (search.count > 0 && best.radius < 0.02 * search.poles[2])) {
                break;
            }
            int at = 3 * search.count++;
            search.poles[at] = best.x;
            search.poles[at + 1] = best.y;
            search.poles[at + 2] = best.radius;
            covered += Math.PI * best.radius * best.radius;
        }
        return Arrays.copyOf(search.poles, 3 * search.count);
    }

    private Square largest(double[] hull) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = minX;
        double maxX = -minX;
        double maxY = -minX;
        for (int i = 0; i < hull.length; i += 2) {
            minX = Math.min(minX, hull[i]);
            maxX = Math.max(maxX, hull[i]);
            minY = Math.min(minY, hull[i + 1]);
            maxY = Math.max(maxY, hull[i + 1]);
        }
        double size = Math.min(maxX - minX, maxY - minY);
        double half = size / 2;
        double slenderness = Math.max(maxX - minX, maxY - minY) / (SLENDER * size);
        double near = size * Math.min(MOST_PRECISION, PRECISION * Math.max(1, slenderness));
        var open = new PriorityQueue<>(Comparator.comparingDouble(Square::bound).reversed());
        Square best = new Square(minX, minY, 0, Double.NEGATIVE_INFINITY, 0);
        for (double x = minX + half; x - half < maxX; x += size) {
            for (double y = minY + half; y - half < maxY; y += size) {
                open.add(square(x, y, half, 0));
            }
        }
        while (!open.isEmpty()) {
            Square square = open.remove();
            if (square.radius > best.radius) {
                best = square;
            }
            if (square.bound() <= best.radius + near) {
                break;
            }
            if (square.depth < DEEPEST) {
                double quarter = square.half / 2;
                for (int k = 0; k < 4; k++) {
                    Square child = square(
                            square.x + ((k & 1) == 0 ? -quarter : quarter),
                            square.y + ((k & 2) == 0 ? -quarter : quarter),
                            quarter,
                            square.depth + 1);
                    if (child.bound() > best.radius) {
                        open.add(child);
                    }
                }
            }
        }
        return best;
    }

    private Square square(double x, double y, double half, int depth) {
        double radius = Rings.distance(rings, x, y);
        if (!Rings.contain(rings, x, y)) {
            radius = -radius;
        }
        for (int i = 0; i < 3 * count; i += 3) {
            radius = Math.min(radius, Math.hypot(x - poles[i], y - poles[i + 1]) - poles[i + 2]);
        }
        return new Square(x, y, half, radius, depth);
    }
}
