package org.millwright.nesting.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Grows convex shapes by the octagon around a disc: exactly the distance straight and diagonal, up to 8 % more between. */
final class Octagon {
    private static final double TAN_22_5 = Math.sqrt(2) - 1;

    private Octagon() {}

    /** The convex hull of the points, each moved to all corners of the octagon; counter-clockwise. */
    static long[] around(long[] points, long radiusUm) {
        long half = (long) Math.ceil(radiusUm * TAN_22_5);
        List<long[]> cloud = new ArrayList<>();
        for (int i = 0; i < points.length; i += 2) {
            for (int sx = -1; sx <= 1; sx += 2) {
                for (int sy = -1; sy <= 1; sy += 2) {
                    cloud.add(new long[] {points[i] + sx * radiusUm, points[i + 1] + sy * half});
                    cloud.add(new long[] {points[i] + sx * half, points[i + 1] + sy * radiusUm});
                }
            }
        }
        return hull(cloud);
    }

    /** Andrew's monotone chain. */
    private static long[] hull(List<long[]> cloud) {
        cloud.sort((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        long[] chain = new long[4 * cloud.size()];
        int count = 0;
        for (long[] point : cloud) {
            count = push(chain, count, 0, point);
        }
        int floor = count - 2;
        for (int i = cloud.size() - 2; i >= 0; i--) {
            count = push(chain, count, floor, cloud.get(i));
        }
        return Arrays.copyOf(chain, count - 2);
    }

    private static int push(long[] chain, int count, int floor, long[] point) {
        int kept = count;
        while (kept - floor >= 4 && !turnsLeft(chain, kept, point)) {
            kept -= 2;
        }
        chain[kept] = point[0];
        chain[kept + 1] = point[1];
        return kept + 2;
    }

    private static boolean turnsLeft(long[] chain, int count, long[] point) {
        long ax = chain[count - 2] - chain[count - 4];
        long ay = chain[count - 1] - chain[count - 3];
        return ax * (point[1] - chain[count - 3]) - ay * (point[0] - chain[count - 4]) > 0;
    }
}
