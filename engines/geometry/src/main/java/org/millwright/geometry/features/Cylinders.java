package org.millwright.geometry.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Point;
import org.millwright.geometry.surface.Surface;
import org.millwright.geometry.surface.SurfaceTree;

/**
 * Finds cylinders in a triangulated surface: flat strips whose neighbours are turned by the same angle over the same width
 * grow into a patch, whose axis is square to all its normals and to whose corners a circle is fitted.
 */
public final class Cylinders {
    /** Neighbouring strips of one cylinder are turned by at most this. */
    private static final double MOST_TURN = Math.toRadians(61);

    private static final double LEAST_TURN = Math.toRadians(0.3);
    /** Bends of one cylinder agree within this share. */
    private static final double SAME_BEND = 0.35;
    /** Largest share of the radius by which corners may miss the circle. */
    private static final double MISFIT = 0.03;

    private static final double SKEW = 0.05;
    private static final double LEAST_SWEEP = Math.toRadians(40);

    private final Surface surface;
    private final SurfaceTree tree;
    private final FlatPatches patches;
    private final double largestMm;
    /** Bends between patches: face and edge of one side, and where the next bend of the same patch is. */
    private int[] bendHalf = new int[64];

    private int[] nextBend = new int[64];
    private double[] turn = new double[64];
    private double[] bend = new double[64];
    private final int[] firstBend;
    private int bends;

    private Cylinders(Surface surface, SurfaceTree tree) {
        this.surface = surface;
        this.tree = tree;
        this.patches = new FlatPatches(surface);
        Bounds box = surface.mesh().bounds();
        this.largestMm = Math.max(box.sizeX(), Math.max(box.sizeY(), box.sizeZ()));
        firstBend = new int[patches.count()];
        Arrays.fill(firstBend, -1);
        collectBends();
    }

    /** All cylinders of the surface that cover at least 40°, holes, pins and rounded edges alike. */
    public static List<Cylinder> of(Surface surface, SurfaceTree tree) {
        return new Cylinders(surface, tree).find();
    }

    private void collectBends() {
        for (int face = 0; face < surface.count(); face++) {
            for (int edge = 0; edge < 3; edge++) {
                int other = surface.neighbour(face, edge);
                if (other < 0 || patches.of(other) == patches.of(face)) {
                    continue;
                }
                double cosine = surface.cosine(face, other);
                double sine = surface.convexity(face, edge);
                double angle = Math.atan2(Math.abs(sine), cosine);
                double length = edgeMm(face, edge);
                if (angle < LEAST_TURN || angle > MOST_TURN || length == 0) {
                    continue;
                }
                if (bends == turn.length) {
                    int size = 2 * bends;
                    bendHalf = Arrays.copyOf(bendHalf, size);
                    nextBend = Arrays.copyOf(nextBend, size);
                    turn = Arrays.copyOf(turn, size);
                    bend = Arrays.copyOf(bend, size);
                }
                double width = (patches.areaMm2(patches.of(face)) + patches.areaMm2(patches.of(other))) / 2 / length;
                int at = bends++;
                bendHalf[at] = 3 * face + edge;
                turn[at] = Math.signum(sine) * angle;
                bend[at] = turn[at] / width;
                nextBend[at] = firstBend[patches.of(face)];
                firstBend[patches.of(face)] = at;
            }
        }
    }

    private double edgeMm(int face, int edge) {
        double square = 0;
        for (int axis = 0; axis < 3; axis++) {
            double d = surface.at(face, (edge + 1) % 3, axis) - surface.at(face, edge, axis);
            square += d * d;
        }
        return Math.sqrt(square);
    }

    private List<Cylinder> find() {
        var cylinders = new ArrayList<Cylinder>();
        var used = new boolean[bends];
        var inside = new int[patches.count()];
        var members = new int[patches.count()];
        int round = 0;
        for (int seed = 0; seed < bends; seed++) {
            if (used[seed]) {
                continue;
            }
            round++;
            int count = 0;
            int first = patches.of(bendHalf[seed] / 3);
            members[count++] = first;
            inside[first] = round;
            double swept = 0;
            for (int i = 0; i < count; i++) {
                for (int b = firstBend[members[i]]; b >= 0; b = nextBend[b]) {
                    int other = patches.of(surface.neighbour(bendHalf[b] / 3, bendHalf[b] % 3));
                    if (used[b] || !alike(seed, b)) {
                        continue;
                    }
                    used[b] = true;
                    swept += Math.abs(turn[b]) / 2;
                    if (inside[other] != round) {
                        inside[other] = round;
                        members[count++] = other;
                    }
                }
            }
            if (count >= 3) {
                swept += count > 3 && swept > Math.toRadians(350) - Math.abs(turn[seed]) ? 0 : Math.abs(turn[seed]);
                fitted(inside, round, members[count / 2], turn[seed] < 0, swept, cylinders);
            }
        }
        return cylinders;
    }

    private boolean alike(int seed, int other) {
        return Math.signum(turn[seed]) == Math.signum(turn[other])
                && Math.abs(turn[other] - turn[seed]) <= SAME_BEND * Math.abs(turn[seed])
                && Math.abs(bend[other] - bend[seed]) <= SAME_BEND * Math.abs(bend[seed]);
    }

    private void fitted(
            int[] inside, int round, int middlePatch, boolean hollow, double swept, List<Cylinder> cylinders) {
        int[] faces = facesOf(inside, round);
        double[] axis = axis(faces);
        if (axis.length == 0 || swept < LEAST_SWEEP) {
            return;
        }
        // Two directions square to the axis span the plane in which the circle lies.
        double[] u = Math.abs(axis[0]) < 0.7 ? cross(axis, 1, 0, 0) : cross(axis, 0, 1, 0);
        double[] v = cross(axis, u[0], u[1], u[2]);
        var circle = new CircleFit();
        double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
        for (int face : faces) {
            if (Math.abs(surface.nx(face) * axis[0] + surface.ny(face) * axis[1] + surface.nz(face) * axis[2]) > SKEW) {
                return;
            }
            for (int corner = 0; corner < 3; corner++) {
                double x = surface.at(face, corner, 0),
                        y = surface.at(face, corner, 1),
                        z = surface.at(face, corner, 2);
                circle.add(x * u[0] + y * u[1] + z * u[2], x * v[0] + y * v[1] + z * v[2]);
                double along = x * axis[0] + y * axis[1] + z * axis[2];
                low = Math.min(low, along);
                high = Math.max(high, along);
            }
        }
        if (!circle.fit() || circle.worst() > MISFIT * circle.radius() || circle.radius() > largestMm) {
            return;
        }
        double along = (low + high) / 2;
        double[] c = new double[3];
        for (int i = 0; i < 3; i++) {
            c[i] = circle.x() * u[i] + circle.y() * v[i] + along * axis[i];
        }
        double half = (high - low) / 2;
        boolean open = hollow
                && tree.any(c[0], c[1], c[2], axis[0], axis[1], axis[2], 1e-9, half * 1.01 + 1e-6)
                        == Double.POSITIVE_INFINITY
                && tree.any(c[0], c[1], c[2], -axis[0], -axis[1], -axis[2], 1e-9, half * 1.01 + 1e-6)
                        == Double.POSITIVE_INFINITY;
        cylinders.add(new Cylinder(
                new Point(c[0], c[1], c[2]),
                new Point(axis[0], axis[1], axis[2]),
                2 * circle.radius(),
                high - low,
                Math.min(360, Math.toDegrees(swept)),
                hollow,
                open,
                faceOf(faces, middlePatch)));
    }

    private int faceOf(int[] faces, int patch) {
        for (int face : faces) {
            if (patches.of(face) == patch) {
                return face;
            }
        }
        return faces[0];
    }

    private int[] facesOf(int[] inside, int round) {
        int[] faces = new int[64];
        int count = 0;
        for (int face = 0; face < surface.count(); face++) {
            if (inside[patches.of(face)] == round) {
                faces = count == faces.length ? Arrays.copyOf(faces, 2 * count) : faces;
                faces[count++] = face;
            }
        }
        return Arrays.copyOf(faces, count);
    }

    /** The direction square to the normals, from the widest pair among them; none when they hardly differ. */
    private double[] axis(int[] faces) {
        double best = 0;
        int mate = faces[0];
        for (int face : faces) {
            double cosine = surface.cosine(faces[0], face);
            double sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
            if (sine > best) {
                best = sine;
                mate = face;
            }
        }
        if (best < 0.3) {
            return new double[0];
        }
        double[] axis = cross(normal(faces[0]), surface.nx(mate), surface.ny(mate), surface.nz(mate));
        double length = length(axis);
        int largest = Math.abs(axis[0]) > Math.abs(axis[1]) ? 0 : 1;
        largest = Math.abs(axis[2]) > Math.abs(axis[largest]) ? 2 : largest;
        double sign = axis[largest] < 0 ? -1 : 1;
        return new double[] {sign * axis[0] / length, sign * axis[1] / length, sign * axis[2] / length};
    }

    private double[] normal(int face) {
        return new double[] {surface.nx(face), surface.ny(face), surface.nz(face)};
    }

    private static double[] cross(double[] a, double bx, double by, double bz) {
        double[] c = {a[1] * bz - a[2] * by, a[2] * bx - a[0] * bz, a[0] * by - a[1] * bx};
        double length = length(c);
        return length == 0 ? c : new double[] {c[0] / length, c[1] / length, c[2] / length};
    }

    private static double length(double[] a) {
        return Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
    }
}
