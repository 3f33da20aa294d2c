package org.millwright.nesting.shape;

/**
 * Whether and how much two figures overlap. Whether is decided exactly, by edges; touching counts as overlapping. How
 * much is a smooth stand-in for the depth by which they would have to be moved apart, after the overlap proxy of
 * Gardeyn, Vanden Berghe and Wauters 2025 (arXiv 2509.13329, section 4): summed penetrations of pairs of discs, each
 * with a hyperbolic tail so that there always is a gradient. Not safe for use by several threads at once.
 */
public final class Overlap {
    private static final double SOFT_PART = 0.01;
    private static final double TAIL = 8;

    private double[] edgeX1 = new double[64];
    private double[] edgeY1 = new double[64];
    private double[] edgeX2 = new double[64];
    private double[] edgeY2 = new double[64];
    /** Collected edges that follow one another form groups: boxes around them, and where each group ends. */
    private double[] groupBox = new double[64 / Figure.CHUNK * 4];

    private int[] groupEnd = new int[64 / Figure.CHUNK];
    private int groups;
    private final double[] discX = new double[64];
    private final double[] discY = new double[64];
    private final double[] discR = new double[64];

    /**
     * How much a and b overlap, as an area in square micrometres that grows with depth and size.
     *
     * @param dx position of b relative to a
     * @param dy position of b relative to a
     * @param limit no need to be exact above
     * @return 0 when they are apart, infinity when it is more than the limit
     */
    public double loss(Figure a, Figure b, double dx, double dy, double limit) {
        double loX = Math.max(a.minX, b.minX + dx);
        double hiX = Math.min(a.maxX, b.maxX + dx);
        double loY = Math.max(a.minY, b.minY + dy);
        double hiY = Math.min(a.maxY, b.maxY + dy);
        if (loX > hiX || loY > hiY) {
            return 0;
        }
        double scale = a.hullRoot * b.hullRoot;
        double soft = SOFT_PART * Math.max(a.diameter, b.diameter);
        double soft2 = soft * soft;
        double most = limit / scale;
        double mostSum = (most * most - soft2) / Math.PI;
        int discs = discsOf(b, dx, dy, loX, loY, hiX, hiY);
        boolean overlap = false;
        double sum = 0;
        for (int i = 0; i < a.px.length; i++) {
            double x = a.px[i];
            double y = a.py[i];
            double r = a.pr[i];
            if (x - r > hiX || x + r < loX || y - r > hiY || y + r < loY) {
                continue;
            }
            for (int j = 0; j < discs; j++) {
                double ex = x - discX[j];
                double ey = y - discY[j];
                double reach = r + discR[j];
                double far = reach + TAIL * soft;
                double d2 = ex * ex + ey * ey;
                if (d2 >= far * far) {
                    continue;
                }
                double depth = reach - Math.sqrt(d2);
                if (depth >= soft) {
                    overlap = true;
                    sum += depth * Math.min(r, discR[j]);
                } else {
                    overlap |= depth > 0;
                    sum += soft2 / (2 * soft - depth) * Math.min(r, discR[j]);
                }
            }
            if (overlap && sum > mostSum) {
                return Double.POSITIVE_INFINITY;
            }
        }
        if (!overlap && !isCrossed(a, b, dx, dy, loX, loY, hiX, hiY) && !isHeld(a, b, dx, dy)) {
            return 0;
        }
        return Math.sqrt(sum * Math.PI + soft2) * scale;
    }

    /** The loss of figures that just touch and of which no discs are near each other. */
    public static double least(Figure a, Figure b) {
        return SOFT_PART * Math.max(a.diameter, b.diameter) * a.hullRoot * b.hullRoot;
    }

    /** Whether a and b overlap or touch. */
    public boolean collide(Figure a, Figure b, double dx, double dy) {
        return loss(a, b, dx, dy, 0) > 0;
    }

    private int discsOf(Figure b, double dx, double dy, double loX, double loY, double hiX, double hiY) {
        int count = 0;
        for (int j = 0; j < b.px.length; j++) {
            double x = b.px[j] + dx;
            double y = b.py[j] + dy;
            double r = b.pr[j];
            if (x - r <= hiX && x + r >= loX && y - r <= hiY && y + r >= loY) {
                discX[count] = x;
                discY[count] = y;
                discR[count++] = r;
            }
        }
        return count;
    }

    private boolean isCrossed(
            Figure a, Figure b, double dx, double dy, double loX, double loY, double hiX, double hiY) {
        collectEdges(b, dx, dy, loX, loY, hiX, hiY);
        if (groups == 0) {
            return false;
        }
        double[] ax = a.ax;
        double[] ay = a.ay;
        double[] bx = a.bx;
        double[] by = a.by;
        double[] chunks = a.chunks;
        for (int c = 0; c < chunks.length; c += 4) {
            if (chunks[c] > hiX || chunks[c + 2] < loX || chunks[c + 1] > hiY || chunks[c + 3] < loY) {
                continue;
            }
            int first = c / 4 * Figure.CHUNK;
            int end = Math.min(ax.length, first + Figure.CHUNK);
            for (int i = first; i < end; i++) {
                double x1 = ax[i];
                double x2 = bx[i];
                double y1 = ay[i];
                double y2 = by[i];
                if ((x1 <= hiX || x2 <= hiX)
                        && (x1 >= loX || x2 >= loX)
                        && (y1 <= hiY || y2 <= hiY)
                        && (y1 >= loY || y2 >= loY)
                        && meetsAny(x1, y1, x2, y2)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether an edge meets one of those collected. */
    private boolean meetsAny(double x1, double y1, double x2, double y2) {
        double left = Math.min(x1, x2);
        double right = Math.max(x1, x2);
        double low = Math.min(y1, y2);
        double high = Math.max(y1, y2);
        for (int g = 0; g < groups; g++) {
            if (groupBox[4 * g] <= right
                    && groupBox[4 * g + 1] <= high
                    && groupBox[4 * g + 2] >= left
                    && groupBox[4 * g + 3] >= low
                    && meetsAny(x1, y1, x2, y2, g == 0 ? 0 : groupEnd[g - 1], groupEnd[g])) {
                return true;
            }
        }
        return false;
    }

    private boolean meetsAny(double x1, double y1, double x2, double y2, int from, int end) {
        double left = Math.min(x1, x2);
        double right = Math.max(x1, x2);
        double low = Math.min(y1, y2);
        double high = Math.max(y1, y2);
        double ex = x2 - x1;
        double ey = y2 - y1;
        for (int j = from; j < end; j++) {
            double fx1 = edgeX1[j];
            double fy1 = edgeY1[j];
            double fx2 = edgeX2[j];
            double fy2 = edgeY2[j];
            double s1 = ex * (fy1 - y1) - ey * (fx1 - x1);
            double s2 = ex * (fy2 - y1) - ey * (fx2 - x1);
            if ((s1 > 0 && s2 > 0) || (s1 < 0 && s2 < 0)) {
                continue;
            }
            double gx = fx2 - fx1;
            double gy = fy2 - fy1;
            double t1 = gx * (y1 - fy1) - gy * (x1 - fx1);
            double t2 = gx * (y2 - fy1) - gy * (x2 - fx1);
            if ((t1 > 0 && t2 > 0) || (t1 < 0 && t2 < 0)) {
                continue;
            }
            if (Math.max(fx1, fx2) >= left
                    && Math.min(fx1, fx2) <= right
                    && Math.max(fy1, fy2) >= low
                    && Math.min(fy1, fy2) <= high) {
                return true;
            }
        }
        return false;
    }

    private void collectEdges(Figure b, double dx, double dy, double loX, double loY, double hiX, double hiY) {
        if (edgeX1.length < b.ax.length) {
            edgeX1 = new double[b.ax.length];
            edgeY1 = new double[b.ax.length];
            edgeX2 = new double[b.ax.length];
            edgeY2 = new double[b.ax.length];
            groupBox = new double[b.chunks.length];
            groupEnd = new int[b.chunks.length / 4];
        }
        int count = 0;
        groups = 0;
        double[] chunks = b.chunks;
        for (int c = 0; c < chunks.length; c += 4) {
            if (chunks[c] + dx > hiX
                    || chunks[c + 2] + dx < loX
                    || chunks[c + 1] + dy > hiY
                    || chunks[c + 3] + dy < loY) {
                continue;
            }
            int first = c / 4 * Figure.CHUNK;
            int end = Math.min(b.ax.length, first + Figure.CHUNK);
            int before = count;
            for (int j = first; j < end; j++) {
                double x1 = b.ax[j] + dx;
                double x2 = b.bx[j] + dx;
                double y1 = b.ay[j] + dy;
                double y2 = b.by[j] + dy;
                if ((x1 <= hiX || x2 <= hiX)
                        && (x1 >= loX || x2 >= loX)
                        && (y1 <= hiY || y2 <= hiY)
                        && (y1 >= loY || y2 >= loY)) {
                    edgeX1[count] = x1;
                    edgeY1[count] = y1;
                    edgeX2[count] = x2;
                    edgeY2[count++] = y2;
                }
            }
            if (count > before) {
                groupBox[4 * groups] = chunks[c] + dx;
                groupBox[4 * groups + 1] = chunks[c + 1] + dy;
                groupBox[4 * groups + 2] = chunks[c + 2] + dx;
                groupBox[4 * groups + 3] = chunks[c + 3] + dy;
                groupEnd[groups++] = count;
            }
        }
    }

    /** For figures whose edges do not meet: whether one lies in the material of the other. */
    private static boolean isHeld(Figure a, Figure b, double dx, double dy) {
        boolean aInBox =
                a.minX >= b.minX + dx && a.maxX <= b.maxX + dx && a.minY >= b.minY + dy && a.maxY <= b.maxY + dy;
        if (aInBox) {
            return b.contains(a.px[0] - dx, a.py[0] - dy);
        }
        boolean bInBox =
                a.minX <= b.minX + dx && a.maxX >= b.maxX + dx && a.minY <= b.minY + dy && a.maxY >= b.maxY + dy;
        return bInBox && a.contains(b.px[0] + dx, b.py[0] + dy);
    }
}
