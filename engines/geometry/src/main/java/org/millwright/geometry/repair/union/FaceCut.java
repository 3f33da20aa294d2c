package org.millwright.geometry.repair.union;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.triangulate.polygon.ConstrainedDelaunayTriangulator;
import org.millwright.geometry.Mesh;

/** Cuts one face along its segments into triangles that walk round as the face does. */
final class FaceCut {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Mesh mesh;
    private final Points points;
    private final Cuts cuts;
    private final int triangle;
    private final Projection view;
    private final Set<Long> border = new LinkedHashSet<>();
    private Set<Long> inner = new LinkedHashSet<>();
    private final Set<Integer> used = new LinkedHashSet<>();

    FaceCut(Mesh mesh, Points points, Cuts cuts, int triangle) {
        this.mesh = mesh;
        this.points = points;
        this.cuts = cuts;
        this.triangle = triangle;
        this.view = Projection.of(mesh, triangle);
    }

    /** Three points per piece. Throws {@link ArithmeticException} when the pieces do not make up the face. */
    List<int[]> pieces() {
        for (int corner = 0; corner < 3; corner++) {
            edge(mesh.corner(triangle, corner), mesh.corner(triangle, (corner + 1) % 3));
        }
        for (long segment : cuts.segments(triangle)) {
            used.add((int) (segment >> 32));
            used.add((int) segment);
            inner.add(segment);
        }
        inner.removeAll(border);
        splitAtPoints();
        splitAtCrossings();
        splitAtPoints();
        return triangles();
    }

    private void edge(int a, int b) {
        var along = new ArrayList<>(cuts.pointsOnEdge(a, b));
        along.sort((p, q) -> Double.compare(way(a, b, p), way(a, b, q)));
        int from = a;
        used.add(a);
        for (int point : along) {
            used.add(point);
            border.add(Cuts.edge(from, point));
            from = point;
        }
        border.add(Cuts.edge(from, b));
    }

    /** Segments that run past a point become two. */
    private void splitAtPoints() {
        var split = new LinkedHashSet<Long>();
        for (long segment : inner) {
            int a = (int) (segment >> 32);
            int b = (int) segment;
            var along = new ArrayList<Integer>();
            for (int point : used) {
                if (point != a && point != b && isOn(a, b, point)) {
                    along.add(point);
                }
            }
            along.sort((p, q) -> Double.compare(way(a, b, p), way(a, b, q)));
            int from = a;
            for (int point : along) {
                split.add(Cuts.edge(from, point));
                from = point;
            }
            split.add(Cuts.edge(from, b));
        }
        split.removeAll(border);
        inner = split;
    }

    private boolean isOn(int a, int b, int point) {
        double dx = points.x(b) - points.x(a), dy = points.y(b) - points.y(a), dz = points.z(b) - points.z(a);
        double px = points.x(point) - points.x(a),
                py = points.y(point) - points.y(a),
                pz = points.z(point) - points.z(a);
        double square = dx * dx + dy * dy + dz * dz;
        double share = (px * dx + py * dy + pz * dz) / square;
        if (!(share > 0 && share < 1)) {
            return false;
        }
        double ox = px - share * dx, oy = py - share * dy, oz = pz - share * dz;
        return ox * ox + oy * oy + oz * oz <= points.reach() * points.reach();
    }

    private void splitAtCrossings() {
        long[] segments = inner.stream().mapToLong(Long::longValue).toArray();
        var on = new HashMap<Long, List<Integer>>();
        for (int i = 0; i < segments.length; i++) {
            for (int j = i + 1; j < segments.length; j++) {
                int a = (int) (segments[i] >> 32), b = (int) segments[i];
                int c = (int) (segments[j] >> 32), d = (int) segments[j];
                if (a == c || a == d || b == c || b == d) {
                    continue;
                }
                if (view.side(points, a, b, c) * view.side(points, a, b, d) < 0
                        && view.side(points, c, d, a) * view.side(points, c, d, b) < 0) {
                    int point = Projection.between(points, a, b, view.share(points, a, b, c, d));
                    used.add(point);
                    on.computeIfAbsent(segments[i], key -> new ArrayList<>()).add(point);
                    on.computeIfAbsent(segments[j], key -> new ArrayList<>()).add(point);
                }
            }
        }
        var split = new LinkedHashSet<Long>();
        for (long segment : segments) {
            int a = (int) (segment >> 32);
            int b = (int) segment;
            var along = new ArrayList<>(on.getOrDefault(segment, List.of()));
            along.sort((p, q) -> Double.compare(way(a, b, p), way(a, b, q)));
            int from = a;
            for (int point : along) {
                if (point != from) {
                    split.add(Cuts.edge(from, point));
                    from = point;
                }
            }
            if (from != b) {
                split.add(Cuts.edge(from, b));
            }
        }
        inner = split;
    }

    private List<int[]> triangles() {
        var known = new HashMap<Coordinate, Integer>();
        var polygonizer = new Polygonizer();
        add(border, known, polygonizer);
        add(inner, known, polygonizer);
        var pieces = new ArrayList<int[]>();
        double area = 0;
        for (Object polygon : polygonizer.getPolygons()) {
            area += ((Polygon) polygon).getArea();
            Geometry triangles = ConstrainedDelaunayTriangulator.triangulate((Polygon) polygon);
            for (int i = 0; i < triangles.getNumGeometries(); i++) {
                pieces.add(piece(triangles.getGeometryN(i), known));
            }
        }
        double whole = Math.abs(doubledArea()) / 2;
        if (!(Math.abs(area - whole) <= 1e-6 * whole)) {
            throw new ArithmeticException("A face of area %s was cut into pieces of area %s.".formatted(whole, area));
        }
        return pieces;
    }

    private void add(Set<Long> segments, Map<Coordinate, Integer> known, Polygonizer polygonizer) {
        for (long segment : segments) {
            polygonizer.add(GEOMETRY.createLineString(
                    new Coordinate[] {coordinate((int) (segment >> 32), known), coordinate((int) segment, known)}));
        }
    }

    private Coordinate coordinate(int point, Map<Coordinate, Integer> known) {
        var coordinate = new Coordinate(points.at(point, view.first()), points.at(point, view.second()));
        known.putIfAbsent(coordinate, point);
        return coordinate;
    }

    private int[] piece(Geometry shape, Map<Coordinate, Integer> known) {
        Coordinate[] ring = shape.getCoordinates();
        var piece = new int[3];
        for (int i = 0; i < 3; i++) {
            Integer point = known.get(ring[i]);
            if (point == null) {
                throw new ArithmeticException(
                        "A piece of a face has a corner at %s that was not put there.".formatted(ring[i]));
            }
            piece[i] = point;
        }
        // Triangles come clockwise from the library.
        if (view.counterClockwise()) {
            int last = piece[2];
            piece[2] = piece[1];
            piece[1] = last;
        }
        return piece;
    }

    private double doubledArea() {
        int a = mesh.corner(triangle, 0);
        int b = mesh.corner(triangle, 1);
        int c = mesh.corner(triangle, 2);
        int f = view.first();
        int s = view.second();
        return (points.at(b, f) - points.at(a, f)) * (points.at(c, s) - points.at(a, s))
                - (points.at(b, s) - points.at(a, s)) * (points.at(c, f) - points.at(a, f));
    }

    private double way(int a, int b, int point) {
        return (points.x(point) - points.x(a)) * (points.x(b) - points.x(a))
                + (points.y(point) - points.y(a)) * (points.y(b) - points.y(a))
                + (points.z(point) - points.z(a)) * (points.z(b) - points.z(a));
    }
}
