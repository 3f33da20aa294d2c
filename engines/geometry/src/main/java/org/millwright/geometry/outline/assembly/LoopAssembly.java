package org.millwright.geometry.outline.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Point;
import org.millwright.geometry.Severity;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.outline.LoopNesting;

/**
 * Joins loose polylines to closed loops and nests these to regions. Ends nearer than the tolerance count as one place;
 * the nearest end wins. A polyline drawn twice is used once.
 */
public final class LoopAssembly {
    private final double tolerance;
    private final List<double[]> loops = new ArrayList<>();
    private final List<double[]> pieces = new ArrayList<>();
    private final List<Outline.Chain> openChains = new ArrayList<>();
    private final Duplicates duplicates;

    /** @param tolerance in the drawing's unit, positive */
    public LoopAssembly(double tolerance) {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("The tolerance must be positive, got %s.".formatted(tolerance));
        }
        this.tolerance = tolerance;
        this.duplicates = new Duplicates(tolerance);
    }

    /** Adds a polyline, x and y of each point in turn; a closed one returns to its first point by itself. */
    public void add(double[] xy, boolean closed) {
        double[] cleaned = withoutRepeats(xy);
        if (cleaned.length < 4) {
            return;
        }
        int last = cleaned.length - 2;
        boolean loop = closed
                || (cleaned.length >= 8 && near(cleaned[0], cleaned[1], cleaned[last], cleaned[last + 1], tolerance));
        if (duplicates.holds(cleaned, loop)) {
            return;
        }
        if (loop) {
            addLoop(cleaned);
        } else {
            pieces.add(cleaned);
        }
    }

    /** Joins what was added. */
    public Outline outline() throws UnreadableShape {
        chain();
        var remarks = new ArrayList<Finding>();
        if (duplicates.count() > 0) {
            remarks.add(Finding.of("duplicate-lines", Severity.REVIEW)
                    .with(Map.of("count", duplicates.count()))
                    .at(duplicates.first()));
        }
        return new Outline(LoopNesting.regions(loops), openChains, remarks);
    }

    private void chain() {
        var ends = new EndIndex(pieces, tolerance);
        for (int piece = 0; piece < pieces.size(); piece++) {
            if (ends.used(piece)) {
                continue;
            }
            ends.take(piece);
            var chain = new JoinedChain(pieces.get(piece));
            extend(chain, ends);
            if (!chain.closes(tolerance)) {
                chain.reverse();
                extend(chain, ends);
            }
            if (chain.closes(tolerance)) {
                addLoop(chain.points());
            } else {
                addOpen(chain.points());
            }
        }
    }

    private void extend(JoinedChain chain, EndIndex ends) {
        while (!chain.closes(tolerance)) {
            int end = ends.nearest(chain.endX(), chain.endY());
            if (end < 0) {
                return;
            }
            ends.take(end >> 1);
            chain.append(pieces.get(end >> 1), (end & 1) == 1);
        }
    }

    private void addLoop(double[] xy) {
        double[] loop = xy;
        while (loop.length > 4 && near(loop[0], loop[1], loop[loop.length - 2], loop[loop.length - 1], tolerance)) {
            loop = Arrays.copyOf(loop, loop.length - 2);
        }
        if (loop.length < 6 || Math.abs(LoopNesting.signedArea(loop)) < tolerance * tolerance) {
            addOpen(xy);
        } else {
            loops.add(loop);
        }
    }

    private void addOpen(double[] xy) {
        var points = new ArrayList<Point>(xy.length / 2);
        for (int i = 0; i < xy.length; i += 2) {
            points.add(Point.flat(xy[i], xy[i + 1]));
        }
        openChains.add(new Outline.Chain(points));
    }

    private static double[] withoutRepeats(double[] xy) {
        var kept = new double[xy.length];
        int length = 0;
        for (int i = 0; i < xy.length; i += 2) {
            if (length == 0 || xy[i] != kept[length - 2] || xy[i + 1] != kept[length - 1]) {
                kept[length++] = xy[i];
                kept[length++] = xy[i + 1];
            }
        }
        return length == kept.length ? kept : Arrays.copyOf(kept, length);
    }

    public static boolean near(double x1, double y1, double x2, double y2, double tolerance) {
        return (x1 - x2) * (x1 - x2) + (y1 - y2) * (y1 - y2) <= tolerance * tolerance;
    }
}
