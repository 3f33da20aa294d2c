package org.millwright.nesting.shape;

import org.millwright.nesting.model.Polygon;

/** Tells whether a turn brings nothing new because the part is symmetric. */
final class SameShape {
    private SameShape() {}

    /** Whether one polygon is the other moved; rings may start anywhere. Polygons with holes count as different. */
    static boolean upToMoving(Polygon a, Polygon b) {
        if (a.ringCount() != 1 || b.ringCount() != 1) {
            return a.equals(b);
        }
        long[] p = a.ringUm(0);
        long[] q = b.ringUm(0);
        if (p.length != q.length || a.maxXUm() - a.minXUm() != b.maxXUm() - b.minXUm()) {
            return false;
        }
        long dx = b.minXUm() - a.minXUm();
        long dy = b.minYUm() - a.minYUm();
        for (int shift = 0; shift < q.length; shift += 2) {
            if (isSame(p, q, shift, dx, dy)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(long[] p, long[] q, int shift, long dx, long dy) {
        for (int i = 0; i < p.length; i += 2) {
            int j = (i + shift) % q.length;
            if (p[i] + dx != q[j] || p[i + 1] + dy != q[j + 1]) {
                return false;
            }
        }
        return true;
    }
}
