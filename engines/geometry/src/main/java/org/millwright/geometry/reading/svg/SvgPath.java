package org.millwright.geometry.reading.svg;

import java.util.ArrayList;
import java.util.List;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.curve.CubicBezier;
import org.millwright.geometry.curve.Curve;
import org.millwright.geometry.curve.CurvePath;
import org.millwright.geometry.curve.EllipseArc;
import org.millwright.geometry.curve.Segments;

/** The path data of SVG: all commands, absolute and relative. Each subpath becomes one curve. */
final class SvgPath {
    private final SvgNumbers data;
    private final int mostParts;
    private final List<Curve> finished = new ArrayList<>();
    private List<Curve> parts = new ArrayList<>();
    private int partCount;
    private double x;
    private double y;
    private double startX;
    private double startY;
    /** Where the last curve's second control point was, for the smooth commands; the current point otherwise. */
    private double controlX;

    private double controlY;
    private char last = 'M';

    SvgPath(String data, ReadLimits limits) {
        this.data = new SvgNumbers(data);
        this.mostParts = limits.segments();
    }

    List<Curve> curves() throws UnreadableShape {
        char command = ' ';
        while (!data.atEnd()) {
            boolean repeated = data.atNumber();
            if (!repeated) {
                command = data.letter();
            } else if (command == 'M' || command == 'm') {
                command = command == 'M' ? 'L' : 'l';
            }
            if (command == ' ' || (repeated && (command == 'Z' || command == 'z'))) {
                throw data.broken("a command");
            }
            run(command);
        }
        finish(false);
        return finished;
    }

    private void run(char command) throws UnreadableShape {
        boolean relative = Character.isLowerCase(command);
        double baseX = relative ? x : 0;
        double baseY = relative ? y : 0;
        char kind = Character.toUpperCase(command);
        boolean smooth = (kind == 'S' && (last == 'C' || last == 'S')) || (kind == 'T' && (last == 'Q' || last == 'T'));
        if (!smooth) {
            stay();
        }
        switch (kind) {
            case 'M' -> {
                finish(false);
                x = startX = baseX + data.next();
                y = startY = baseY + data.next();
            }
            case 'Z' -> {
                finish(true);
                x = startX;
                y = startY;
            }
            case 'L' -> line(baseX + data.next(), baseY + data.next());
            case 'H' -> line(baseX + data.next(), y);
            case 'V' -> line(x, baseY + data.next());
            case 'C' ->
                cubic(
                        baseX + data.next(),
                        baseY + data.next(),
                        baseX + data.next(),
                        baseY + data.next(),
                        baseX + data.next(),
                        baseY + data.next());
            case 'S' ->
                cubic(
                        2 * x - controlX,
                        2 * y - controlY,
                        baseX + data.next(),
                        baseY + data.next(),
                        baseX + data.next(),
                        baseY + data.next());
            case 'Q' -> quadratic(baseX + data.next(), baseY + data.next(), baseX + data.next(), baseY + data.next());
            case 'T' -> quadratic(2 * x - controlX, 2 * y - controlY, baseX + data.next(), baseY + data.next());
            case 'A' ->
                arc(
                        Math.abs(data.next()),
                        Math.abs(data.next()),
                        data.next(),
                        data.flag(),
                        data.flag(),
                        baseX + data.next(),
                        baseY + data.next());
            default -> throw data.broken("a path command");
        }
        last = kind;
    }

    private void line(double toX, double toY) throws UnreadableShape {
        add(new Segments(new double[] {x, y, toX, toY}, false), toX, toY);
    }

    private void cubic(double x1, double y1, double x2, double y2, double toX, double toY) throws UnreadableShape {
        add(new CubicBezier(x, y, x1, y1, x2, y2, toX, toY), toX, toY);
        controlX = x2;
        controlY = y2;
    }

    private void quadratic(double cx, double cy, double toX, double toY) throws UnreadableShape {
        add(CubicBezier.quadratic(x, y, cx, cy, toX, toY), toX, toY);
        controlX = cx;
        controlY = cy;
    }

    /** From the end points to the centre as in appendix B.2.4 of SVG 2; too small radii grow until they reach. */
    private void arc(double rx, double ry, double degrees, boolean large, boolean sweep, double toX, double toY)
            throws UnreadableShape {
        if (rx == 0 || ry == 0 || (x == toX && y == toY)) {
            line(toX, toY);
            return;
        }
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double halfX = (cos * (x - toX) + sin * (y - toY)) / 2;
        double halfY = (cos * (y - toY) - sin * (x - toX)) / 2;
        double reach = Math.sqrt((halfX / rx) * (halfX / rx) + (halfY / ry) * (halfY / ry));
        double radiusX = rx * Math.max(1, reach);
        double radiusY = ry * Math.max(1, reach);
        double unitX = halfX / radiusX;
        double unitY = halfY / radiusY;
        double square = unitX * unitX + unitY * unitY;
        double factor = Math.sqrt(Math.max(0, 1 / square - 1)) * (large == sweep ? -1 : 1);
        double centreUnitX = factor * unitY;
        double centreUnitY = -factor * unitX;
        double from = Math.atan2(unitY - centreUnitY, unitX - centreUnitX);
        double turn = Math.atan2(-unitY - centreUnitY, -unitX - centreUnitX) - from;
        if (sweep && turn < 0) {
            turn += 2 * Math.PI;
        } else if (!sweep && turn > 0) {
            turn -= 2 * Math.PI;
        }
        double ux = radiusX * cos;
        double uy = radiusX * sin;
        double vx = -radiusY * sin;
        double vy = radiusY * cos;
        double centreX = (x + toX) / 2 + ux * centreUnitX + vx * centreUnitY;
        double centreY = (y + toY) / 2 + uy * centreUnitX + vy * centreUnitY;
        add(new EllipseArc(centreX, centreY, ux, uy, vx, vy, from, turn), toX, toY);
    }

    private void add(Curve part, double toX, double toY) throws UnreadableShape {
        if (++partCount > mostParts) {
            throw new UnreadableShape(
                    "A path of the SVG file has more than %d pieces.".formatted(mostParts), "Simplify the drawing.");
        }
        parts.add(part);
        x = toX;
        y = toY;
    }

    private void stay() {
        controlX = x;
        controlY = y;
    }

    private void finish(boolean closed) {
        if (!parts.isEmpty()) {
            finished.add(new CurvePath(parts, closed));
            parts = new ArrayList<>();
        }
    }
}
