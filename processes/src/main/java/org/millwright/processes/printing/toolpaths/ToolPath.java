package org.millwright.processes.printing.toolpaths;

import org.millwright.geometry.Ring;

/** A line the nozzle draws without lifting: what for, where, and how much plastic per millimetre. Immutable. */
public final class ToolPath {
    private final Role role;
    private final double[] xy;
    private final boolean closed;
    private final double beadMm2;
    private final double lengthMm;
    private final double wholeMm;

    /**
     * Takes ownership of {@code xy}.
     *
     * @param closed whether the last point joins the first, which is not repeated
     * @param beadMm2 cross section of the drawn line
     */
    public ToolPath(Role role, double[] xy, boolean closed, double beadMm2) {
        this(role, xy, closed, beadMm2, 0);
    }

    private ToolPath(Role role, double[] xy, boolean closed, double beadMm2, double wholeMm) {
        this.role = role;
        this.xy = xy;
        this.closed = closed;
        this.beadMm2 = beadMm2;
        double length = 0;
        for (int i = 2; i < xy.length; i += 2) {
            length += distance(xy, i - 2, i);
        }
        if (closed) {
            length += distance(xy, xy.length - 2, 0);
        }
        this.lengthMm = length;
        this.wholeMm = wholeMm > 0 ? wholeMm : length;
    }

    private static double distance(double[] xy, int a, int b) {
        double dx = xy[b] - xy[a], dy = xy[b + 1] - xy[a + 1];
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** A loop of the skirt or brim along the ring. */
    public static ToolPath skirt(Ring ring, double lineWidthMm, double heightMm) {
        return loop(Role.SKIRT, ring, new Bead(lineWidthMm, heightMm).areaMm2());
    }

    /** Distance between neighbouring lines of a closed surface. */
    public static double spacingMm(double lineWidthMm, double heightMm) {
        return new Bead(lineWidthMm, heightMm).spacingMm();
    }

    /** A loop along the ring. */
    public static ToolPath loop(Role role, Ring ring, double beadMm2) {
        var xy = new double[2 * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            xy[2 * i] = ring.x(i);
            xy[2 * i + 1] = ring.y(i);
        }
        return new ToolPath(role, xy, true, beadMm2);
    }

    public Role role() {
        return role;
    }

    public int size() {
        return xy.length / 2;
    }

    public double x(int point) {
        return xy[2 * point];
    }

    public double y(int point) {
        return xy[2 * point + 1];
    }

    /** Whether the last point joins the first. */
    public boolean closed() {
        return closed;
    }

    /** Plastic per millimetre of the line, in mm³/mm. */
    public double beadMm2() {
        return beadMm2;
    }

    public double lengthMm() {
        return lengthMm;
    }

    /** Length of the wall that the line is a piece of; its own when it is no piece. */
    public double wholeMm() {
        return wholeMm;
    }

    /** The same line drawn for something else. */
    ToolPath drawnAs(Role other, double otherBeadMm2) {
        return new ToolPath(other, xy, closed, otherBeadMm2, wholeMm);
    }

    /** An open piece of the line. Takes ownership of {@code points}. */
    ToolPath piece(Role other, double[] points, double otherBeadMm2) {
        return new ToolPath(other, points, false, otherBeadMm2, wholeMm);
    }

    /** The same line turned about the origin, then moved. */
    public ToolPath placed(double degrees, double dx, double dy) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        var placed = new double[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            placed[i] = xy[i] * cos - xy[i + 1] * sin + dx;
            placed[i + 1] = xy[i] * sin + xy[i + 1] * cos + dy;
        }
        return new ToolPath(role, placed, closed, beadMm2, wholeMm);
    }
}
