package org.millwright.geometry.repair.union;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.millwright.geometry.Mesh;

/**
 * Bodies shrunk and moved by a hair, each in its own seeded way, so that faces which shared a plane but for rounding are
 * parallel and apart: those square to the move part by the shrinking, those through the middle by the move. What hung together within a body still does; bodies that shared corners have their own afterwards.
 */
public final class GeneralPosition {
    private GeneralPosition() {}

    /**
     * The same triangles in the same order, body 0 where it was, no point of another moved farther than
     * {@code distanceMm}.
     *
     * @param bodies the body of each triangle, from 0; negative for triangles that stay
     */
    public static Mesh of(Mesh mesh, int[] bodies, double distanceMm, long seed) {
        var coordinates = new double[9 * mesh.triangleCount()];
        var corners = new int[3 * mesh.triangleCount()];
        int vertices = 0;
        for (int[] group : byBody(bodies)) {
            var numbers = new int[mesh.vertexCount()];
            var place = Place.of(mesh, group, bodies[group[0]], distanceMm, seed);
            for (int triangle : group) {
                for (int corner = 0; corner < 3; corner++) {
                    int vertex = mesh.corner(triangle, corner);
                    if (numbers[vertex] == 0) {
                        coordinates[3 * vertices] = place.of(0, mesh.x(vertex));
                        coordinates[3 * vertices + 1] = place.of(1, mesh.y(vertex));
                        coordinates[3 * vertices + 2] = place.of(2, mesh.z(vertex));
                        numbers[vertex] = ++vertices;
                    }
                    corners[3 * triangle + corner] = numbers[vertex] - 1;
                }
            }
        }
        return new Mesh(Arrays.copyOf(coordinates, 3 * vertices), corners);
    }

    /** Where a body goes: shrunk about the middle of its box by a share of each distance, and moved. */
    private static final class Place {
        private static final double MOVED_PART = 0.3;

        private final double[] middle;
        private final double[] way;
        private final double shrink;

        private Place(double[] middle, double[] way, double shrink) {
            this.middle = middle;
            this.way = way;
            this.shrink = shrink;
        }

        /** No component of the way is small, so that planes along the axes part. */
        static Place of(Mesh mesh, int[] group, int body, double distanceMm, long seed) {
            var middle = new double[3];
            var way = new double[3];
            if (body <= 0) {
                return new Place(middle, way, 0);
            }
            var box = new double[6];
            var low = new double[] {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
            var high = new double[] {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
            for (int triangle : group) {
                BoxTree.box(mesh, triangle, box, 0);
                for (int axis = 0; axis < 3; axis++) {
                    low[axis] = Math.min(low[axis], box[axis]);
                    high[axis] = Math.max(high[axis], box[3 + axis]);
                }
            }
            var random = new SplittableRandom(seed + body);
            double square = 0;
            double diagonal = 0;
            for (int axis = 0; axis < 3; axis++) {
                middle[axis] = (low[axis] + high[axis]) / 2;
                diagonal = Math.hypot(diagonal, high[axis] - low[axis]);
                double size = 0.4 + 0.6 * random.nextDouble();
                way[axis] = random.nextBoolean() ? size : -size;
                square += size * size;
            }
            for (int axis = 0; axis < 3; axis++) {
                way[axis] *= MOVED_PART * distanceMm / Math.sqrt(square);
            }
            return new Place(middle, way, (1 - MOVED_PART) * distanceMm / (diagonal / 2));
        }

        double of(int axis, double at) {
            return at + way[axis] - shrink * (at - middle[axis]);
        }
    }

    private static int[][] byBody(int[] bodies) {
        int most = Arrays.stream(bodies).max().orElse(-1);
        var counts = new int[most + 2];
        for (int body : bodies) {
            counts[body + 1]++;
        }
        var groups = new int[most + 2][];
        Arrays.setAll(groups, group -> new int[counts[group]]);
        for (int triangle = bodies.length - 1; triangle >= 0; triangle--) {
            groups[bodies[triangle] + 1][--counts[bodies[triangle] + 1]] = triangle;
        }
        return Arrays.stream(groups).filter(group -> group.length > 0).toArray(int[][]::new);
    }
}
