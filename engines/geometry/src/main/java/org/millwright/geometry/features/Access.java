package org.millwright.geometry.features;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Point;
import org.millwright.geometry.surface.Surface;
import org.millwright.geometry.surface.SurfaceTree;
import org.millwright.geometry.thickness.SurfaceSamples;

/**
 * Which parts of a surface straight tools reach from which side. A place is reached from a side when nothing of the part
 * stands between them; walls along the tool count as reached by its flank.
 *
 * @param setups the fewest sides found that together reach all that can be reached, most productive first
 * @param unreachableShare share of the surface that no side reaches
 * @param unreachableAt a place no side reaches; null when all are reached
 * @param undercutShare share of the surface that cannot be reached from above or below, as the part is drawn
 * @param undercutAt a place of it; null when there is none
 */
public record Access(
        List<Point> setups,
        double unreachableShare,
        @Nullable Point unreachableAt,
        double undercutShare,
        @Nullable Point undercutAt) {
    /** Places off the surface by this share of the part, so that rays along a wall do not graze it. */
    private static final double OFF_SHARE = 2e-4;
    /** A side that adds less than this share of the surface is not worth a setup: edges and rounding. */
    private static final double WORTH_SHARE = 0.002;

    private static final double FLANK = -1e-3;

    public Access {
        setups = List.copyOf(setups);
    }

    /**
     * Looks from the six main directions and from those of the given axes, both ways.
     *
     * @param axes further directions of length one, for instance of slanted holes
     */
    public static Access of(Surface surface, SurfaceTree tree, SurfaceSamples samples, List<Point> axes) {
        var sides = new ArrayList<Point>();
        for (int axis = 2; axis >= 0; axis--) {
            for (double sign : new double[] {1, -1}) {
                sides.add(new Point(axis == 0 ? sign : 0, axis == 1 ? sign : 0, axis == 2 ? sign : 0));
            }
        }
        for (Point axis : axes) {
            boolean known = sides.stream()
                    .anyMatch(
                            side -> Math.abs(side.x() * axis.x() + side.y() * axis.y() + side.z() * axis.z()) > 0.999);
            if (!known && sides.size() < 60) {
                sides.add(axis);
                sides.add(new Point(-axis.x(), -axis.y(), -axis.z()));
            }
        }
        long[] reached = reached(surface, tree, samples, sides);
        return cover(reached, sides, samples);
    }

    private static long[] reached(Surface surface, SurfaceTree tree, SurfaceSamples samples, List<Point> sides) {
        var box = surface.mesh().bounds();
        double largest = Math.max(box.sizeX(), Math.max(box.sizeY(), box.sizeZ()));
        double off = OFF_SHARE * largest;
        var reached = new long[samples.count()];
        for (int i = 0; i < reached.length; i++) {
            int face = samples.face(i);
            double nx = surface.nx(face), ny = surface.ny(face), nz = surface.nz(face);
            double x = samples.x(i) + off * nx, y = samples.y(i) + off * ny, z = samples.z(i) + off * nz;
            for (int side = 0; side < sides.size(); side++) {
                Point d = sides.get(side);
                if (nx * d.x() + ny * d.y() + nz * d.z() > FLANK
                        && tree.any(x, y, z, d.x(), d.y(), d.z(), 0, 2 * largest) == Double.POSITIVE_INFINITY) {
                    reached[i] |= 1L << side;
                }
            }
        }
        return reached;
    }

    private static Access cover(long[] reached, List<Point> sides, SurfaceSamples samples) {
        int count = reached.length;
        int unreachable = 0;
        Point unreachableAt = null;
        for (int i = 0; i < count; i++) {
            if (reached[i] == 0) {
                unreachable++;
                unreachableAt = samples.point(i);
            }
        }
        int undercut = 0;
        Point undercutAt = null;
        for (int i = 0; i < count; i++) {
            if ((reached[i] & 3) == 0) {
                undercut++;
                undercutAt = samples.point(i);
            }
        }
        List<Point> setups = fewest(reached, sides, count - unreachable - (int) (WORTH_SHARE * count));
        double all = Math.max(1, count);
        boolean worth = undercut > WORTH_SHARE * count;
        return new Access(
                setups,
                unreachable / all,
                unreachable > WORTH_SHARE * count ? unreachableAt : null,
                undercut / all,
                worth ? undercutAt : null);
    }

    /** The first pair or triple of sides, upper ones first, that reaches enough; else the most productive ones in turn. */
    private static List<Point> fewest(long[] reached, List<Point> sides, int enough) {
        int all = Math.min(sides.size(), 12);
        for (int size = 1; size <= 3; size++) {
            for (int a = 0; a < all; a++) {
                for (int b = size > 1 ? a + 1 : a; b < (size > 1 ? all : a + 1); b++) {
                    for (int c = size > 2 ? b + 1 : b; c < (size > 2 ? all : b + 1); c++) {
                        if (gain(reached, 0, 1L << a | 1L << b | 1L << c) >= enough) {
                            return Stream.of(a, b, c).distinct().map(sides::get).toList();
                        }
                    }
                }
            }
        }
        var setups = new ArrayList<Point>();
        long chosen = 0;
        while (setups.size() < sides.size() && gain(reached, 0, chosen) < enough) {
            int best = 0;
            for (int side = 1; side < sides.size(); side++) {
                best = gain(reached, chosen, 1L << side) > gain(reached, chosen, 1L << best) ? side : best;
            }
            chosen |= 1L << best;
            setups.add(sides.get(best));
        }
        return setups;
    }

    private static int gain(long[] reached, long chosen, long more) {
        int gain = 0;
        for (long from : reached) {
            gain += (from & chosen) == 0 && (from & more) != 0 ? 1 : 0;
        }
        return gain;
    }
}
