package org.millwright.nesting.shape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A part in one orientation, relative to a centre of its own that is the same in all orientations. Fields are read in
 * the innermost loops and are not to be written outside of this package.
 */
public final class Figure {
    /** Edges of the part grown by half the clearance, from (ax, ay) to (bx, by). */
    public final double[] ax;

    public final double[] ay;
    public final double[] bx;
    public final double[] by;
    /** Boxes around {@value #CHUNK} consecutive edges each: minX, minY, maxX, maxY in turn. */
    final double[] chunks;

    static final int CHUNK = 8;
    /** Discs inside the part, grown likewise; the largest first. */
    public final double[] px;

    public final double[] py;
    public final double[] pr;
    /** Box of the grown edges. */
    public double minX;

    public double minY;
    public double maxX;
    public double maxY;
    /** Box of the part itself. */
    public double ownMinX;

    public double ownMinY;
    public double ownMaxX;
    public double ownMaxY;
    /** Square root of the area of the convex hull. */
    public final double hullSize;

    /** Square root of {@link #hullSize}. */
    public final double hullRoot;

    public final double diameter;
    /** What a placement has to add to the position of the centre. */
    public double originX;

    public double originY;
    public double turnDeg;
    /** Its place among the steps of a part that is the same at all heights; -1 otherwise. */
    public int step = -1;

    public final boolean mirrored;
    /** The same without clearance, to be tested against stock; this itself when there is no clearance. */
    public final Figure bare;

    /** Shapes on levels of height, and the numbers of their levels; none when the part is the same at all heights. */
    public final Figure[] levels;

    public final int[] levelNumber;
    /** The point that sits on a pattern, relative to the centre. */
    public double matchX;

    public double matchY;

    final double[][] rings;
    /** Points besides the rings that stay on the stock, relative to the centre, before turning. */
    private final double[] ways;

    private final Pieces pieces;
    /** How far the edges have moved out, room for rounding left out. */
    public final double grownUm;

    /** Of the turn, when figures are turned freely; of no turn otherwise. */
    public double cos = 1;

    public double sin;

    /** Convex pieces of one part, made when first asked for and shared by all its copies. */
    private static final class Pieces {
        private final double[][] rings;
        private double @Nullable [][] known;

        Pieces(double[][] rings) {
            this.rings = rings;
        }

        synchronized double[][] get() {
            double[][] made = known;
            if (made == null) {
                made = ConvexParts.of(rings);
                known = made;
            }
            return made;
        }
    }

    /** What belongs to a figure besides its own edges; ways are points relative to the centre. */
    static final class Company {
        static final Company NONE = new Company(null, new Figure[0], new int[0], new double[0]);

        private final @Nullable Figure bare;
        private final Figure[] levels;
        private final int[] levelNumber;
        private final double[] ways;

        Company(@Nullable Figure bare, Figure[] levels, int[] levelNumber, double[] ways) {
            this.bare = bare;
            this.levels = levels;
            this.levelNumber = levelNumber;
            this.ways = ways;
        }
    }

    Figure(double[][] rings, double[] edges, double[] poles, double grownUm, boolean mirrored, Company company) {
        int n = edges.length / 4;
        levels = company.levels;
        levelNumber = company.levelNumber;
        ways = company.ways;
        this.rings = rings;
        pieces = new Pieces(rings);
        this.grownUm = grownUm;
        this.mirrored = mirrored;
        this.bare = company.bare == null ? this : company.bare;
        ax = new double[n];
        ay = new double[n];
        bx = new double[n];
        by = new double[n];
        for (int i = 0; i < n; i++) {
            ax[i] = edges[4 * i];
            ay[i] = edges[4 * i + 1];
            bx[i] = edges[4 * i + 2];
            by[i] = edges[4 * i + 3];
        }
        chunks = new double[4 * ((n + CHUNK - 1) / CHUNK)];
        int m = poles.length / 3;
        px = new double[m];
        py = new double[m];
        pr = new double[m];
        for (int i = 0; i < m; i++) {
            px[i] = poles[3 * i];
            py[i] = poles[3 * i + 1];
            pr[i] = poles[3 * i + 2] + grownUm;
        }
        double[] hull = Rings.hull(rings[0]);
        hullSize = Math.sqrt(Math.abs(Rings.area(hull)));
        hullRoot = Math.sqrt(hullSize);
        diameter = Rings.diameter(hull);
    }

    /** An empty copy to hold other turns of the same part. */
    private Figure(Figure like) {
        levels = new Figure[like.levels.length];
        for (int k = 0; k < levels.length; k++) {
            levels[k] = new Figure(like.levels[k]);
        }
        levelNumber = like.levelNumber;
        ways = like.ways;
        rings = like.rings;
        pieces = like.pieces;
        grownUm = like.grownUm;
        mirrored = like.mirrored;
        bare = like.bare == like ? this : new Figure(like.bare);
        ax = like.ax.clone();
        ay = like.ay.clone();
        bx = like.bx.clone();
        by = like.by.clone();
        chunks = like.chunks.clone();
        px = like.px.clone();
        py = like.py.clone();
        pr = like.pr.clone();
        hullSize = like.hullSize;
        hullRoot = like.hullRoot;
        diameter = like.diameter;
        copyFrom(like);
    }

    public Figure copy() {
        return new Figure(this);
    }

    /** Becomes a turn of the same part that another figure holds. */
    public void copyFrom(Figure other) {
        System.arraycopy(other.ax, 0, ax, 0, ax.length);
        System.arraycopy(other.ay, 0, ay, 0, ay.length);
        System.arraycopy(other.bx, 0, bx, 0, bx.length);
        System.arraycopy(other.by, 0, by, 0, by.length);
        System.arraycopy(other.chunks, 0, chunks, 0, chunks.length);
        System.arraycopy(other.px, 0, px, 0, px.length);
        System.arraycopy(other.py, 0, py, 0, py.length);
        minX = other.minX;
        minY = other.minY;
        maxX = other.maxX;
        maxY = other.maxY;
        ownMinX = other.ownMinX;
        ownMinY = other.ownMinY;
        ownMaxX = other.ownMaxX;
        ownMaxY = other.ownMaxY;
        originX = other.originX;
        originY = other.originY;
        turnDeg = other.turnDeg;
        cos = other.cos;
        sin = other.sin;
        matchX = other.matchX;
        matchY = other.matchY;
        for (int k = 0; k < levels.length; k++) {
            levels[k].copyFrom(other.levels[k]);
        }
        if (bare != this) {
            bare.copyFrom(other.bare);
        }
    }

    /** Convex polygons that make up the part, not grown, before the turn that {@link #cos} and {@link #sin} tell. */
    public double[][] convexParts() {
        return pieces.get();
    }

    /** How many corners the part has, without those that clearance adds. */
    public int corners() {
        int sum = 0;
        for (double[] ring : rings) {
            sum += ring.length / 2;
        }
        return sum;
    }

    /** Whether a point, given relative to the centre, lies in the part's material. */
    public boolean contains(double x, double y) {
        return Rings.contain(rings, x * cos + y * sin, y * cos - x * sin);
    }

    /** Becomes the given turn of the part that the base holds unturned; some room is added for rounding corners. */
    void turn(Figure base, double degrees, double originX, double originY, double roomUm) {
        double radians = Math.toRadians(degrees);
        turnDeg = degrees;
        cos = Math.cos(radians);
        sin = Math.sin(radians);
        this.originX = originX * cos - originY * sin;
        this.originY = originX * sin + originY * cos;
        for (int i = 0; i < ax.length; i++) {
            ax[i] = base.ax[i] * cos - base.ay[i] * sin;
            ay[i] = base.ax[i] * sin + base.ay[i] * cos;
            bx[i] = base.bx[i] * cos - base.by[i] * sin;
            by[i] = base.bx[i] * sin + base.by[i] * cos;
        }
        for (int i = 0; i < px.length; i++) {
            px[i] = base.px[i] * cos - base.py[i] * sin;
            py[i] = base.px[i] * sin + base.py[i] * cos;
        }
        matchX = base.matchX * cos - base.matchY * sin;
        matchY = base.matchX * sin + base.matchY * cos;
        for (int k = 0; k < levels.length; k++) {
            levels[k].turn(base.levels[k], degrees, originX, originY, roomUm);
        }
        measure();
        if (bare != this) {
            bare.turn(base.bare, degrees, originX, originY, roomUm);
        }
        double[] outer = rings[0];
        setOwnBox(
                Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < outer.length; i += 2) {
            double x = outer[i] * cos - outer[i + 1] * sin;
            double y = outer[i] * sin + outer[i + 1] * cos;
            setOwnBox(Math.min(ownMinX, x), Math.min(ownMinY, y), Math.max(ownMaxX, x), Math.max(ownMaxY, y));
        }
        setOwnBox(ownMinX - roomUm, ownMinY - roomUm, ownMaxX + roomUm, ownMaxY + roomUm);
        addWays(cos, sin, roomUm);
    }

    /** Widens the part's own box to hold the ways in. */
    void addWays(double cos, double sin, double roomUm) {
        for (int i = 0; i < ways.length; i += 2) {
            double x = ways[i] * cos - ways[i + 1] * sin;
            double y = ways[i] * sin + ways[i + 1] * cos;
            setOwnBox(
                    Math.min(ownMinX, x - roomUm),
                    Math.min(ownMinY, y - roomUm),
                    Math.max(ownMaxX, x + roomUm),
                    Math.max(ownMaxY, y + roomUm));
        }
    }

    void setOwnBox(double minX, double minY, double maxX, double maxY) {
        ownMinX = minX;
        ownMinY = minY;
        ownMaxX = maxX;
        ownMaxY = maxY;
    }

    /** Finds the boxes of the grown edges. */
    final void measure() {
        minX = Double.POSITIVE_INFINITY;
        minY = Double.POSITIVE_INFINITY;
        maxX = Double.NEGATIVE_INFINITY;
        maxY = Double.NEGATIVE_INFINITY;
        for (int first = 0; first < ax.length; first += CHUNK) {
            double x0 = Double.POSITIVE_INFINITY;
            double y0 = x0;
            double x1 = -x0;
            double y1 = -x0;
            for (int i = first; i < Math.min(ax.length, first + CHUNK); i++) {
                x0 = Math.min(x0, Math.min(ax[i], bx[i]));
                x1 = Math.max(x1, Math.max(ax[i], bx[i]));
                y0 = Math.min(y0, Math.min(ay[i], by[i]));
                y1 = Math.max(y1, Math.max(ay[i], by[i]));
            }
            int at = 4 * (first / CHUNK);
            chunks[at] = x0;
            chunks[at + 1] = y0;
            chunks[at + 2] = x1;
            chunks[at + 3] = y1;
            minX = Math.min(minX, x0);
            minY = Math.min(minY, y0);
            maxX = Math.max(maxX, x1);
            maxY = Math.max(maxY, y1);
        }
        for (Figure level : levels) {
            minX = Math.min(minX, level.minX);
            minY = Math.min(minY, level.minY);
            maxX = Math.max(maxX, level.maxX);
            maxY = Math.max(maxY, level.maxY);
        }
    }

    /** Smaller side of the part's box. */
    public double narrowUm() {
        return Math.min(ownMaxX - ownMinX, ownMaxY - ownMinY);
    }

    @Override
    public String toString() {
        return "%d edges, %d poles, turned by %s: %s".formatted(ax.length, px.length, turnDeg, Arrays.toString(px));
    }
}
