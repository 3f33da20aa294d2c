package org.millwright.processes.printing.toolpaths.beads;

import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.Straight;

/**
 * Places along the boundary of a piece, each with the largest ball that touches it from inside (Ma, Bae and Choi 2012: a
 * ball through a place shrinks until nothing of the boundary is in it; here in closed form for edges and corners). Places
 * run along each ring with the inside on their left; around corners that point inwards they fan out.
 */
final class LocalWidth {
    private static final double FAN_RAD = Math.toRadians(6);
    /** Steps that find where a piece is widest; each leaves two thirds of the way. */
    private static final int SHARPENINGS = 16;

    final double[] x;
    final double[] y;
    final double[] nx;
    final double[] ny;
    /** Length of boundary a place stands for; 0 in fans. */
    final double[] lengthMm;
    /** Turn a place stands for; 0 on edges. */
    final double[] turnRad;

    final double[] radiusMm;
    /** Where else the ball touches, as a direction from its middle. */
    final double[] touchX;

    final double[] touchY;
    /** The place opposite, or -1. */
    final int[] partner;
    /** Numbers of the two things a ball touches, to tell where the middle line turns into another. */
    final int[] touched;

    final int[] element;
    final int[] next;
    final int[] before;

    private final TouchIndex index;
    private int count;

    private LocalWidth(int most, TouchIndex index) {
        this.index = index;
        x = new double[most];
        y = new double[most];
        nx = new double[most];
        ny = new double[most];
        lengthMm = new double[most];
        turnRad = new double[most];
        radiusMm = new double[most];
        touchX = new double[most];
        touchY = new double[most];
        partner = new int[most];
        touched = new int[most];
        element = new int[most];
        next = new int[most];
        before = new int[most];
    }

    /**
     * Measures a piece.
     *
     * @param stepMm greatest distance of places
     * @param mostMm balls larger than this need not be known any better
     */
    static LocalWidth of(Region piece, double stepMm, double mostMm) {
        var index = new TouchIndex(piece, mostMm);
        int most = (int) (piece.boundaryMm() / stepMm) + 1;
        most += corners(piece.outer());
        for (Ring hole : piece.holes()) {
            most += corners(hole);
        }
        var width = new LocalWidth(most, index);
        width.add(piece.outer(), stepMm, 0);
        int first = piece.outer().size();
        for (Ring hole : piece.holes()) {
            width.add(hole, stepMm, first);
            first += hole.size();
        }
        var places = new PlacesOnBoundary(index.size());
        for (int place = 0; place < width.count; place++) {
            places.add(place, width.element[place]);
        }
        for (int place = 0; place < width.count; place++) {
            width.measure(place, mostMm, places);
        }
        for (int place = 0; place < width.count; place++) {
            width.sharpen(place, mostMm, places);
        }
        return width;
    }

    /** Moves a place beside a widest one to where it is widest. */
    private void sharpen(int place, double mostMm, PlacesOnBoundary places) {
        double left = radiusMm[before[place]], here = radiusMm[place], right = radiusMm[next[place]];
        if (element[place] < 0 || here < left || here < right || partner[place] < 0) {
            return;
        }
        double tx = ny[place], ty = -nx[place];
        double fromX = x[place], fromY = y[place];
        double low = -lengthMm[place], high = lengthMm[place];
        for (int step = 0; step < SHARPENINGS; step++) {
            double a = low + (high - low) / 3, b = high - (high - low) / 3;
            if (radiusAt(place, fromX + a * tx, fromY + a * ty, mostMm)
                    < radiusAt(place, fromX + b * tx, fromY + b * ty, mostMm)) {
                low = a;
            } else {
                high = b;
            }
        }
        double moved = (low + high) / 2;
        if (radiusAt(place, fromX + moved * tx, fromY + moved * ty, mostMm) > here) {
            x[place] = fromX + moved * tx;
            y[place] = fromY + moved * ty;
            measure(place, mostMm, places);
        }
    }

    private double radiusAt(int place, double px, double py, double mostMm) {
        index.shrink(px, py, nx[place], ny[place], element[place], mostMm);
        return index.radiusMm();
    }

    private static int corners(Ring ring) {
        int corners = 0;
        for (int i = 0; i < ring.size(); i++) {
            corners += 1 + (int) (Math.max(0, turn(ring, i)) / FAN_RAD + 1);
        }
        return corners;
    }

    /** How far the boundary turns to the right at a corner. */
    private static double turn(Ring ring, int i) {
        int before = i == 0 ? ring.size() - 1 : i - 1, after = (i + 1) % ring.size();
        double ax = ring.x(i) - ring.x(before), ay = ring.y(i) - ring.y(before);
        double bx = ring.x(after) - ring.x(i), by = ring.y(after) - ring.y(i);
        return Math.atan2(ay * bx - ax * by, ax * bx + ay * by);
    }

    private void add(Ring ring, double stepMm, int firstElement) {
        int first = count;
        for (int i = 0; i < ring.size(); i++) {
            int after = (i + 1) % ring.size();
            double dx = ring.x(after) - ring.x(i), dy = ring.y(after) - ring.y(i);
            double length = Math.sqrt(dx * dx + dy * dy);
            double turn = turn(ring, i);
            int fan = turn > 1e-3 ? (int) (turn / FAN_RAD) + 1 : 0;
            double edgeAngle = Math.atan2(dx, -dy);
            for (int k = 0; k < fan; k++) {
                // Normals point inside, to the left; the fan ends with that of the edge that follows.
                double angle = edgeAngle + turn - turn * (k + 0.5) / fan;
                place(ring.x(i), ring.y(i), Math.cos(angle), Math.sin(angle), 0, turn / fan, -1 - (firstElement + i));
            }
            int steps = (int) Math.ceil(length / stepMm);
            for (int k = 0; k < steps; k++) {
                double t = (k + 0.5) / steps;
                place(
                        ring.x(i) + t * dx,
                        ring.y(i) + t * dy,
                        -dy / length,
                        dx / length,
                        length / steps,
                        0,
                        firstElement + i);
            }
        }
        for (int place = first; place < count; place++) {
            next[place] = place + 1 == count ? first : place + 1;
            before[place] = place == first ? count - 1 : place - 1;
        }
    }

    private void place(double px, double py, double normalX, double normalY, double length, double turn, int on) {
        x[count] = px;
        y[count] = py;
        nx[count] = normalX;
        ny[count] = normalY;
        lengthMm[count] = length;
        turnRad[count] = turn;
        element[count] = on;
        count++;
    }

    private void measure(int place, double mostMm, PlacesOnBoundary places) {
        index.shrink(x[place], y[place], nx[place], ny[place], element[place], mostMm);
        double radius = index.radiusMm();
        radiusMm[place] = radius;
        touched[place] = index.touched();
        partner[place] = -1;
        if (index.touched() != TouchIndex.NOTHING) {
            double mx = middleX(place), my = middleY(place);
            touchX[place] = (index.touchX() - mx) / Math.max(radius, 1e-9);
            touchY[place] = (index.touchY() - my) / Math.max(radius, 1e-9);
            partner[place] = places.nearest(this, index.touched(), index.touchX(), index.touchY(), mx, my);
        }
    }

    int count() {
        return count;
    }

    double middleX(int place) {
        return x[place] + radiusMm[place] * nx[place];
    }

    double middleY(int place) {
        return y[place] + radiusMm[place] * ny[place];
    }

    /** Distance of the middles of two balls. */
    double apartMm(int a, int b) {
        return Straight.lengthMm(middleX(a) - middleX(b), middleY(a) - middleY(b));
    }

    /** Sine of half the angle between the two sides at this place: 0 where they run side by side. */
    double halfAngleSine(int place) {
        double sx = touchX[place] - nx[place], sy = touchY[place] - ny[place];
        return Math.sqrt(sx * sx + sy * sy) / 2;
    }
}
