package org.millwright.geometry.mesh;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;

/**
 * How thick the walls of a solid are: from places spread evenly over the surface, straight inwards to where the solid
 * ends. Sharp edges make a small part of the surface thin on any body, so judge by the quantiles, not by the thinnest.
 *
 * @param onePercentMm one percent of the surface is thinner; infinite when there are no samples
 * @param fivePercentMm five percent of the surface are thinner; infinite when there are no samples
 * @param thinnestMm least thickness between two faces that run nearly parallel; infinite when there is none
 * @param thinnestAt where that is, on the surface
 * @param samples how many places were measured
 */
public record WallThickness(
        double onePercentMm,
        double fivePercentMm,
        double thinnestMm,
        @Nullable Point thinnestAt,
        int samples) {
    /** Faces that lean towards each other by more than this are a tip or an edge and no wall: the cosine of 25 degrees. */
    private static final double NEARLY_PARALLEL = 0.906;

    /**
     * Measures at most {@code maxSamples} places; the same seed gives the same places.
     *
     * @throws IllegalArgumentException when {@code maxSamples} is not positive
     */
    public static WallThickness sample(Mesh mesh, int maxSamples, long seed) {
        if (maxSamples < 1) {
            throw new IllegalArgumentException("At least one sample is needed, got %d.".formatted(maxSamples));
        }
        return new Sampling(mesh, seed).measure(maxSamples);
    }

    private static final class Sampling {
        private final Mesh mesh;
        private final SplittableRandom random;
        private final TriangleTree tree;
        private final double[] areasUpTo;
        private final int normalSign;
        private final double nearest;
        private final double[] place = new double[3];
        private final double[] inwards = new double[3];
        private final int[] hit = new int[1];

        Sampling(Mesh mesh, long seed) {
            this.mesh = mesh;
            random = new SplittableRandom(seed);
            tree = new TriangleTree(mesh);
            normalSign = SolidSums.of(mesh).volumeMm3() < 0 ? -1 : 1;
            areasUpTo = new double[mesh.triangleCount()];
            double area = 0;
            for (int triangle = 0; triangle < areasUpTo.length; triangle++) {
                area += twiceNormal(triangle, inwards) / 2;
                areasUpTo[triangle] = area;
            }
            double reach = Math.max(
                    mesh.bounds().sizeX(),
                    Math.max(mesh.bounds().sizeY(), mesh.bounds().sizeZ()));
            nearest = 1e-7 * reach;
        }

        WallThickness measure(int maxSamples) {
            double area = areasUpTo.length == 0 ? 0 : areasUpTo[areasUpTo.length - 1];
            var thicknesses = new double[maxSamples];
            int count = 0;
            double thinnest = Double.POSITIVE_INFINITY;
            Point thinnestAt = null;
            for (int i = 0; area > 0 && i < maxSamples; i++) {
                double thickness = at((i + random.nextDouble()) * area / maxSamples);
                if (Double.isInfinite(thickness)) {
                    continue;
                }
                thicknesses[count++] = thickness;
                if (thickness < thinnest && hitNearlyParallel()) {
                    thinnest = thickness;
                    thinnestAt = new Point(place[0], place[1], place[2]);
                }
            }
            Arrays.sort(thicknesses, 0, count);
            return new WallThickness(
                    quantile(thicknesses, count, 0.01),
                    quantile(thicknesses, count, 0.05),
                    thinnest,
                    thinnestAt,
                    count);
        }

        private double at(double areaBefore) {
            int found = Arrays.binarySearch(areasUpTo, areaBefore);
            int triangle = Math.min(found < 0 ? -found - 1 : found + 1, areasUpTo.length - 1);
            double twice = twiceNormal(triangle, inwards);
            if (twice == 0) {
                return Double.POSITIVE_INFINITY;
            }
            for (int axis = 0; axis < 3; axis++) {
                inwards[axis] *= -normalSign / twice;
            }
            double s = random.nextDouble();
            double t = random.nextDouble();
            if (s + t > 1) {
                s = 1 - s;
                t = 1 - t;
            }
            int a = mesh.corner(triangle, 0);
            int b = mesh.corner(triangle, 1);
            int c = mesh.corner(triangle, 2);
            place[0] = mesh.x(a) + s * (mesh.x(b) - mesh.x(a)) + t * (mesh.x(c) - mesh.x(a));
            place[1] = mesh.y(a) + s * (mesh.y(b) - mesh.y(a)) + t * (mesh.y(c) - mesh.y(a));
            place[2] = mesh.z(a) + s * (mesh.z(b) - mesh.z(a)) + t * (mesh.z(c) - mesh.z(a));
            return tree.exit(place, inwards, nearest, normalSign, hit);
        }

        private boolean hitNearlyParallel() {
            var normal = new double[3];
            double twice = twiceNormal(hit[0], normal);
            double along = normal[0] * inwards[0] + normal[1] * inwards[1] + normal[2] * inwards[2];
            return normalSign * along >= NEARLY_PARALLEL * twice;
        }

        /** Puts the normal, not yet of length one, into the array and returns its length: twice the triangle's area. */
        private double twiceNormal(int triangle, double[] normal) {
            int a = mesh.corner(triangle, 0);
            int b = mesh.corner(triangle, 1);
            int c = mesh.corner(triangle, 2);
            double ux = mesh.x(b) - mesh.x(a), uy = mesh.y(b) - mesh.y(a), uz = mesh.z(b) - mesh.z(a);
            double vx = mesh.x(c) - mesh.x(a), vy = mesh.y(c) - mesh.y(a), vz = mesh.z(c) - mesh.z(a);
            normal[0] = uy * vz - uz * vy;
            normal[1] = uz * vx - ux * vz;
            normal[2] = ux * vy - uy * vx;
            return Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
        }

        private static double quantile(double[] sorted, int count, double share) {
            return count == 0 ? Double.POSITIVE_INFINITY : sorted[Math.min(count - 1, (int) (share * count))];
        }
    }
}
