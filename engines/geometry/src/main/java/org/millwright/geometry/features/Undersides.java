package org.millwright.geometry.features;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;
import org.millwright.geometry.surface.Surface;
import org.millwright.geometry.surface.SurfaceTree;
import org.millwright.geometry.thickness.SurfaceSamples;

/** Finds what looks down on a part that stands as it is drawn, z up. */
public final class Undersides {
    private static final double ON_BED_MM = 0.05;
    /** Leans up to this far apart belong together. */
    private static final double SAME_LEAN = 2;

    private static final double CEILING_DEG = 89;
    /** Neighbours that turn by less than 12° belong to one curved underside: the cosine. */
    private static final double SMOOTH = 0.978;

    private final Surface surface;
    private final double bed;
    private final int[] group;

    private Undersides(Surface surface) {
        this.surface = surface;
        bed = surface.mesh().bounds().min().z() + ON_BED_MM;
        group = new int[surface.count()];
    }

    /**
     * All groups that lean more than this, largest first.
     *
     * @param leastLeanDeg from the vertical
     */
    public static List<Underside> of(Surface surface, double leastLeanDeg) {
        return new Undersides(surface).find(leastLeanDeg);
    }

    private List<Underside> find(double leastLeanDeg) {
        var found = new ArrayList<Underside>();
        var stack = new int[surface.count()];
        int groups = 0;
        for (int seed = 0; seed < group.length; seed++) {
            if (group[seed] != 0 || !(lean(seed) > leastLeanDeg) || onBed(seed)) {
                continue;
            }
            groups++;
            int top = 0;
            stack[top++] = seed;
            group[seed] = groups;
            double area = 0, leaning = 0;
            int largest = seed;
            var faces = new ArrayList<Integer>();
            while (top > 0) {
                int face = stack[--top];
                faces.add(face);
                area += surface.areaMm2(face);
                leaning += surface.areaMm2(face) * lean(face);
                largest = surface.areaMm2(face) > surface.areaMm2(largest) ? face : largest;
                for (int edge = 0; edge < 3; edge++) {
                    int other = surface.neighbour(face, edge);
                    if (other >= 0
                            && group[other] == 0
                            && lean(other) > leastLeanDeg
                            && !onBed(other)
                            && belongTogether(face, other)) {
                        group[other] = groups;
                        stack[top++] = other;
                    }
                }
            }
            double lean = leaning / area;
            double span = lean > CEILING_DEG ? span(faces, groups) : Double.POSITIVE_INFINITY;
            found.add(new Underside(lean, area, span, surface.middle(largest)));
        }
        found.sort(Comparator.comparingDouble(Underside::areaMm2).reversed());
        return found;
    }

    /** Faces of one slope or one smooth curve; ceilings are kept apart, since they may be held at both ends. */
    private boolean belongTogether(int face, int other) {
        double one = lean(face), next = lean(other);
        return Math.abs(one - next) < SAME_LEAN
                || (Math.max(one, next) <= CEILING_DEG && surface.cosine(face, other) > SMOOTH);
    }

    private double lean(int face) {
        return Math.toDegrees(Math.asin(Math.clamp(-surface.nz(face), -1, 1)));
    }

    private boolean onBed(int face) {
        return Math.max(surface.at(face, 0, 2), Math.max(surface.at(face, 1, 2), surface.at(face, 2, 2))) < bed;
    }

    /** The shortest way across a ceiling between two of its edges from which walls lead down. */
    private double span(List<Integer> faces, int number) {
        var edges = new ArrayList<double[]>();
        for (int face : faces) {
            for (int edge = 0; edge < 3; edge++) {
                int other = surface.neighbour(face, edge);
                if (other < 0 || group[other] != number) {
                    int next = (edge + 1) % 3;
                    boolean held = other >= 0 && surface.convexity(face, edge) < -0.1;
                    edges.add(new double[] {
                        surface.at(face, edge, 0),
                        surface.at(face, edge, 1),
                        surface.at(face, next, 0),
                        surface.at(face, next, 1),
                        held ? 1 : 0
                    });
                }
            }
        }
        double best = Double.POSITIVE_INFINITY;
        double longest = 0;
        for (double[] edge : edges) {
            if (edge[4] == 1) {
                longest = Math.max(longest, Math.hypot(edge[2] - edge[0], edge[3] - edge[1]));
            }
        }
        for (double[] edge : edges) {
            double length = Math.hypot(edge[2] - edge[0], edge[3] - edge[1]);
            if (edge[4] == 1 && length > 0.3 * longest) {
                best = Math.min(best, across(edge, edges));
            }
        }
        return best;
    }

    /** From the middle of a held edge straight across; infinite when the way ends at an edge that hangs free. */
    private static double across(double[] from, List<double[]> edges) {
        double x = (from[0] + from[2]) / 2, y = (from[1] + from[3]) / 2;
        double length = Math.hypot(from[2] - from[0], from[3] - from[1]);
        double dx = -(from[3] - from[1]) / length, dy = (from[2] - from[0]) / length;
        double ahead = Double.POSITIVE_INFINITY, behind = Double.POSITIVE_INFINITY;
        boolean heldAhead = false, heldBehind = false;
        for (double[] edge : edges) {
            double ex = edge[2] - edge[0], ey = edge[3] - edge[1];
            double determinant = dx * ey - dy * ex;
            if (Math.abs(determinant) < 1e-12) {
                continue;
            }
            double t = ((edge[0] - x) * ey - (edge[1] - y) * ex) / determinant;
            double s = ((edge[0] - x) * dy - (edge[1] - y) * dx) / determinant;
            if (s < -1e-9 || s > 1 + 1e-9) {
                continue;
            }
            // The edge it starts from is met at no distance.
            if (t > 1e-6 && t < ahead) {
                ahead = t;
                heldAhead = edge[4] == 1;
            } else if (t < -1e-6 && -t < behind) {
                behind = -t;
                heldBehind = edge[4] == 1;
            }
        }
        // The ceiling lies on the side where an odd number of edges is met; the nearer side is never outside of it.
        if (ahead <= behind) {
            return heldAhead ? ahead : Double.POSITIVE_INFINITY;
        }
        return heldBehind ? behind : Double.POSITIVE_INFINITY;
    }

    /**
     * Volume between undersides that lean more than a limit and what lies beneath them, the bed or the part: what supports
     * would fill when massive.
     *
     * @param limitDeg from the vertical
     * @param up direction of length one that points away from the bed
     */
    public static double volumeBeneathMm3(
            Surface surface, SurfaceTree tree, SurfaceSamples samples, double limitDeg, Point up) {
        double steep = Math.sin(Math.toRadians(limitDeg)) + 1e-6;
        double lowest = Double.POSITIVE_INFINITY;
        Mesh mesh = surface.mesh();
        for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
            lowest = Math.min(lowest, mesh.x(vertex) * up.x() + mesh.y(vertex) * up.y() + mesh.z(vertex) * up.z());
        }
        double each = samples.count() == 0 ? 0 : surface.areaMm2() / samples.count();
        double volume = 0;
        for (int i = 0; i < samples.count(); i++) {
            int face = samples.face(i);
            double down = -(surface.nx(face) * up.x() + surface.ny(face) * up.y() + surface.nz(face) * up.z());
            if (down > steep) {
                double x = samples.x(i), y = samples.y(i), z = samples.z(i);
                double height = x * up.x() + y * up.y() + z * up.z() - lowest;
                if (height > ON_BED_MM) {
                    double drop = tree.any(x, y, z, -up.x(), -up.y(), -up.z(), 1e-6, height);
                    volume += each * down * Math.min(height, drop);
                }
            }
        }
        return volume;
    }
}
