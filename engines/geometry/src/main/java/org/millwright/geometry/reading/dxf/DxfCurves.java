package org.millwright.geometry.reading.dxf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.curve.Curve;
import org.millwright.geometry.curve.CurvePath;
import org.millwright.geometry.curve.EllipseArc;
import org.millwright.geometry.curve.RationalSpline;
import org.millwright.geometry.curve.Segments;

/** The curves that DXF entities stand for, in the drawing's coordinates. */
final class DxfCurves {
    private static final int CLOSED = 1;

    private DxfCurves() {}

    static Curve line(DxfEntity line) throws UnreadableShape {
        // The ends of a LINE are in world coordinates, whatever its extrusion direction.
        return new Segments(new double[] {line.need(10), line.need(20), line.need(11), line.need(21)}, false);
    }

    static Curve circle(DxfEntity circle) throws UnreadableShape {
        return EllipseArc.circle(circle.need(10), circle.need(20), radius(circle))
                .transformed(circle.ownPlane());
    }

    static Curve arc(DxfEntity arc) throws UnreadableShape {
        return EllipseArc.circular(arc.need(10), arc.need(20), radius(arc), arc.need(50), arc.need(51))
                .transformed(arc.ownPlane());
    }

    static Curve ellipse(DxfEntity ellipse) throws UnreadableShape {
        double majorX = ellipse.need(11);
        double majorY = ellipse.need(21);
        double ratio = ellipse.need(40) * (ellipse.fromBelow() ? -1 : 1);
        double start = ellipse.number(41, 0);
        double sweep = (ellipse.number(42, 2 * Math.PI) - start) % (2 * Math.PI);
        return new EllipseArc(
                ellipse.need(10),
                ellipse.need(20),
                majorX,
                majorY,
                -majorY * ratio,
                majorX * ratio,
                start,
                sweep <= 1e-12 ? sweep + 2 * Math.PI : sweep);
    }

    /** LWPOLYLINE: points and bulges follow each other in one entity. */
    static Curve lightPolyline(DxfEntity polyline) {
        double[] x = polyline.all(10);
        double[] y = polyline.all(20);
        int points = Math.min(x.length, y.length);
        var bulges = new double[points];
        int point = -1;
        for (int i = 0; i < polyline.count(); i++) {
            if (polyline.code(i) == 10) {
                point++;
            } else if (polyline.code(i) == 42 && point >= 0 && point < points) {
                bulges[point] = polyline.number(i);
            }
        }
        return bulged(x, y, bulges, points, (polyline.whole(70, 0) & CLOSED) != 0)
                .transformed(polyline.ownPlane());
    }

    /** POLYLINE: each point is a VERTEX entity of its own. */
    static Curve heavyPolyline(DxfEntity polyline, List<DxfEntity> vertices) throws UnreadableShape {
        var x = new double[vertices.size()];
        var y = new double[vertices.size()];
        var bulges = new double[vertices.size()];
        int points = 0;
        for (DxfEntity vertex : vertices) {
            boolean onlyControlsSpline = (vertex.whole(70, 0) & 16) != 0;
            if (!onlyControlsSpline) {
                x[points] = vertex.need(10);
                y[points] = vertex.need(20);
                bulges[points++] = vertex.number(42, 0);
            }
        }
        return bulged(x, y, bulges, points, (polyline.whole(70, 0) & CLOSED) != 0)
                .transformed(polyline.ownPlane());
    }

    static Curve spline(DxfEntity spline) throws UnreadableShape {
        double[] x = spline.all(10);
        double[] y = spline.all(20);
        double[] weights = spline.all(41);
        if (weights.length == 0) {
            weights = new double[x.length];
            Arrays.fill(weights, 1);
        }
        var xy = new double[2 * x.length];
        for (int i = 0; i < x.length && i < y.length; i++) {
            xy[2 * i] = x[i];
            xy[2 * i + 1] = y[i];
        }
        try {
            return new RationalSpline(spline.whole(71, 3), spline.all(40), xy, weights);
        } catch (IllegalArgumentException impossible) {
            throw new UnreadableShape(
                    "The SPLINE in line %d of the DXF file cannot be drawn: %s"
                            .formatted(spline.line, impossible.getMessage()),
                    "Maybe redraw it, or export it as polylines.");
        }
    }

    private static double radius(DxfEntity entity) throws UnreadableShape {
        double radius = entity.need(40);
        if (!(radius > 0)) {
            throw new UnreadableShape(
                    "The %s in line %d of the DXF file has the radius %s.".formatted(entity.kind, entity.line, radius),
                    "Remove it or give it a size.");
        }
        return radius;
    }

    private static Curve bulged(double[] x, double[] y, double[] bulges, int points, boolean closed) {
        var parts = new ArrayList<Curve>();
        var run = new double[2 * points + 2];
        int length = 0;
        for (int i = 0; i < points; i++) {
            run[length++] = x[i];
            run[length++] = y[i];
            int next = i + 1 < points ? i + 1 : 0;
            boolean lastOfOpen = next == 0 && !closed;
            boolean moves = x[i] != x[next] || y[i] != y[next];
            if (bulges[i] != 0 && !lastOfOpen && moves) {
                parts.add(new Segments(Arrays.copyOf(run, length), false));
                parts.add(EllipseArc.bulged(x[i], y[i], x[next], y[next], bulges[i]));
                length = 0;
            }
        }
        if (length > 0) {
            parts.add(new Segments(Arrays.copyOf(run, length), false));
        }
        return parts.size() == 1 ? new Segments(Arrays.copyOf(run, length), closed) : new CurvePath(parts, closed);
    }
}
