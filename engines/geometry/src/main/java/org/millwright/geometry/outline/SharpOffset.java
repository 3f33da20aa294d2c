package org.millwright.geometry.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/**
 * Moves the edges of regions sideways and meets them again at sharp corners. Where nothing breaks apart or grows together,
 * edges that would turn round are left out, as on the inside of a fillet, and the result is checked for crossings and for
 * holes that left their region. When it fails, all moved edges are kept and joined through their corners, and what such loops
 * wind around positively is the answer (Chen and McMains 2005). When moved edges touch or fall on top of each other there is
 * no answer, and a general method has to find it.
 */
final class SharpOffset {
    /** Corners sharper than this sine of the turn between neighbours that meet anew have no dependable place. */
    private static final double PARALLEL = 1e-4;

    private final double mm;
    private final double mitreLimit;

    private SharpOffset(double mm, double mitreLimit) {
        this.mm = mm;
        this.mitreLimit = mitreLimit;
    }

    /**
     * The regions grown, or shrunk when {@code mm} is negative; null when they do not keep their pieces.
     *
     * @param mitreLimit outer corners reach so many times the distance, then they are cut off
     */
    static @Nullable List<Region> of(List<Region> regions, double mm, double mitreLimit) {
        var offset = new SharpOffset(mm, mitreLimit);
        List<Region> whole = offset.whole(regions);
        return whole == null ? offset.broken(regions) : whole;
    }

    /** For regions that keep their pieces; null for others. */
    private @Nullable List<Region> whole(List<Region> regions) {
        var loops = new ArrayList<double[]>();
        for (Region region : regions) {
            if (!add(region.outer(), loops)) {
                return null;
            }
            for (Ring hole : region.holes()) {
                if (!add(hole, loops)) {
                    return null;
                }
            }
        }
        if (new LoopCrossings(loops).find() != null || !holesInside(regions, loops) || !apart(regions, loops)) {
            return null;
        }
        var result = new ArrayList<Region>(regions.size());
        int next = 0;
        for (Region region : regions) {
            var outer = new Ring(loops.get(next++));
            var holes = new ArrayList<Ring>(region.holes().size());
            for (int hole = 0; hole < region.holes().size(); hole++) {
                holes.add(new Ring(loops.get(next++)));
            }
            result.add(new Region(outer, holes));
        }
        return List.copyOf(result);
    }

    /** For regions that may break apart or vanish: what the moved edges, joined through their corners, wind around. */
    private @Nullable List<Region> broken(List<Region> regions) {
        var loops = new ArrayList<double[]>();
        for (Region region : regions) {
            loops.add(new Edges(region.outer()).joined());
            for (Ring hole : region.holes()) {
                loops.add(new Edges(hole).joined());
            }
        }
        loops.removeIf(loop -> loop.length < 6);
        List<double[]> apart = Uncrossing.of(loops);
        return apart == null ? null : WindingUnion.ofUncrossed(apart);
    }

    private static boolean holesInside(List<Region> regions, List<double[]> loops) {
        int next = 0;
        for (Region region : regions) {
            double[] outer = loops.get(next++);
            for (int hole = 0; hole < region.holes().size(); hole++) {
                if (!holds(outer, loops.get(next++))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether regions that stood in holes of others still do. */
    private static boolean apart(List<Region> regions, List<double[]> loops) {
        if (regions.size() == 1) {
            return true;
        }
        var outers = new ArrayList<double[]>();
        var holes = new ArrayList<double[]>();
        var known = new ArrayList<Ring>();
        int next = 0;
        for (Region region : regions) {
            outers.add(loops.get(next++));
            for (Ring hole : region.holes()) {
                known.add(hole);
                holes.add(loops.get(next++));
            }
        }
        for (int hole = 0; hole < holes.size(); hole++) {
            double[] before = known.get(hole).coordinates();
            for (int i = 0; i < outers.size(); i++) {
                if (holds(before, regions.get(i).outer().coordinates()) && !holds(holes.get(hole), outers.get(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean holds(double[] outer, double[] inner) {
        boolean inside = false;
        double x = inner[0], y = inner[1];
        for (int i = 0, j = outer.length - 2; i < outer.length; j = i, i += 2) {
            if ((outer[i + 1] > y) != (outer[j + 1] > y)
                    && x < (outer[j] - outer[i]) * (y - outer[i + 1]) / (outer[j + 1] - outer[i + 1]) + outer[i]) {
                inside = !inside;
            }
        }
        return inside;
    }

    private boolean add(Ring ring, List<double[]> loops) {
        double[] moved = new Edges(ring).moved();
        if (moved.length < 6 || LoopNesting.signedArea(moved) * ring.signedAreaMm2() <= 0) {
            return false;
        }
        loops.add(moved);
        return true;
    }

    /** The edges of one ring, each with its direction, in a ring of neighbours from which edges are taken out. */
    private final class Edges {
        private final int count;
        private final double[] x;
        private final double[] y;
        private final double[] ux;
        private final double[] uy;
        private final int[] before;
        private final int[] after;
        private double cornerX;
        private double cornerY;
        private double cut;

        Edges(Ring ring) {
            int size = ring.size();
            x = new double[size];
            y = new double[size];
            ux = new double[size];
            uy = new double[size];
            before = new int[size];
            after = new int[size];
            int used = 0;
            for (int i = 0; i < size; i++) {
                int next = i + 1 == size ? 0 : i + 1;
                double dx = ring.x(next) - ring.x(i), dy = ring.y(next) - ring.y(i);
                double distance = Math.sqrt(dx * dx + dy * dy);
                if (distance > 1e-9) {
                    x[used] = ring.x(i);
                    y[used] = ring.y(i);
                    ux[used] = dx / distance;
                    uy[used++] = dy / distance;
                }
            }
            count = used;
        }

        /** Points of the moved ring; none when an edge cannot be left out. */
        double[] moved() {
            if (count < 3) {
                return new double[0];
            }
            for (int i = 0; i < count; i++) {
                before[i] = i == 0 ? count - 1 : i - 1;
                after[i] = i + 1 == count ? 0 : i + 1;
            }
            int left = count, kept = 0;
            // Once round without an edge that turned, and all that are left keep their direction. Leaving one out moves
            // the
            // ends of its neighbours only.
            for (int edge = 0; kept < left; ) {
                int state = turned(edge);
                if (state < 0) {
                    return new double[0];
                }
                if (state == 0) {
                    kept++;
                    edge = after[edge];
                } else {
                    after[before[edge]] = after[edge];
                    before[after[edge]] = before[edge];
                    edge = before[edge];
                    kept = Math.max(0, kept - 1);
                    if (--left < 3) {
                        return new double[0];
                    }
                }
            }
            return points(left, firstLeft());
        }

        /**
         * All moved edges; where they come nearer to each other at a corner they meet if both are long enough, else the way
         * leads from the one back to the corner and on to the other.
         */
        double[] joined() {
            if (count < 3) {
                return new double[0];
            }
            for (int i = 0; i < count; i++) {
                before[i] = i == 0 ? count - 1 : i - 1;
                after[i] = i + 1 == count ? 0 : i + 1;
            }
            var points = new double[6 * count];
            int used = 0;
            for (int b = 0; b < count; b++) {
                int a = before[b];
                boolean met = corner(a, b);
                boolean outer = (ux[a] * uy[b] - uy[a] * ux[b]) * mm > 0;
                if (met && (outer || (isLong(a) && isLong(b)))) {
                    corner(a, b);
                    points[used++] = cornerX - cut * ux[a];
                    points[used++] = cornerY - cut * uy[a];
                    if (cut > 0) {
                        points[used++] = cornerX + cut * ux[b];
                        points[used++] = cornerY + cut * uy[b];
                    }
                } else {
                    points[used++] = x[b] + mm * uy[a];
                    points[used++] = y[b] - mm * ux[a];
                    if (!outer) {
                        points[used++] = x[b];
                        points[used++] = y[b];
                    }
                    points[used++] = x[b] + mm * uy[b];
                    points[used++] = y[b] - mm * ux[b];
                }
            }
            return Arrays.copyOf(points, used);
        }

        // Whether the moved edge keeps its direction between where it meets its neighbours.
        private boolean isLong(int edge) {
            return turned(edge) == 0;
        }

        private int firstLeft() {
            int edge = 0;
            while (before[after[edge]] != edge) {
                edge++;
            }
            return edge;
        }

        // 1 when the moved edge runs backwards, 0 when it does not, -1 when that cannot be said.
        private int turned(int edge) {
            if (!corner(before[edge], edge)) {
                return -1;
            }
            double fromX = cornerX + cut * ux[edge], fromY = cornerY + cut * uy[edge];
            if (!corner(edge, after[edge])) {
                return -1;
            }
            double toX = cornerX - cut * ux[edge], toY = cornerY - cut * uy[edge];
            return (toX - fromX) * ux[edge] + (toY - fromY) * uy[edge] <= 0 ? 1 : 0;
        }

        // Where two moved edges meet, and how much of each is cut off there.
        private boolean corner(int a, int b) {
            double sine = ux[a] * uy[b] - uy[a] * ux[b], cosine = ux[a] * ux[b] + uy[a] * uy[b];
            cut = 0;
            if (after[a] == b && (a + 1 == b || (b == 0 && a == count - 1))) {
                // Both begin at the corner between them: half the turn tells how far the moved corner is.
                if (cosine < -0.9999) {
                    return false;
                }
                double far = mm / (1 + cosine);
                cornerX = x[b] + far * (uy[a] + uy[b]);
                cornerY = y[b] - far * (ux[a] + ux[b]);
                double reach = Math.sqrt(2 / (1 + cosine));
                if (sine * mm > 0 && reach > mitreLimit) {
                    cut = Math.abs(mm) * (reach - mitreLimit) / Math.sqrt((1 - cosine) / 2);
                }
                return true;
            }
            if (Math.abs(sine) < PARALLEL || sine * mm > 0) {
                return false;
            }
            double ax = x[a] + mm * uy[a], ay = y[a] - mm * ux[a];
            double bx = x[b] + mm * uy[b], by = y[b] - mm * ux[b];
            double t = ((bx - ax) * uy[b] - (by - ay) * ux[b]) / sine;
            cornerX = ax + t * ux[a];
            cornerY = ay + t * uy[a];
            return true;
        }

        private double[] points(int left, int first) {
            var points = new double[4 * left];
            int used = 0;
            int edge = first;
            for (int i = 0; i < left; i++) {
                int next = after[edge];
                if (!corner(edge, next)) {
                    return new double[0];
                }
                points[used++] = cornerX - cut * ux[edge];
                points[used++] = cornerY - cut * uy[edge];
                if (cut > 0) {
                    points[used++] = cornerX + cut * ux[next];
                    points[used++] = cornerY + cut * uy[next];
                }
                edge = next;
            }
            return Arrays.copyOf(points, used);
        }
    }
}
