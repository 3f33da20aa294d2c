package org.millwright.geometry.repair.union;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.SegmentStringDissolver;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.triangulate.polygon.ConstrainedDelaunayTriangulator;
import org.millwright.geometry.Mesh;

/** Cuts one face along its segments into triangles that walk round as the face does. */
final class FaceCut {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    /** Lines nearer than this many times the reach are joined: seen along an axis, a face may look smaller than it is. */
    private static final double NODING = 3;

    private final Mesh mesh;
    private final Points points;
    private final Cuts cuts;
    private final int triangle;
    private final Projection view;
    private final List<SegmentString> lines = new ArrayList<>();
    private final Map<Coordinate, Integer> known = new HashMap<>();

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
            line((int) (segment >> 32), (int) segment);
        }
        var noder = new SnappingNoder(NODING * points.reach());
        noder.computeNodes(lines);
        var polygonizer = new Polygonizer();
        var dissolver = new SegmentStringDissolver();
        dissolver.dissolve(noder.getNodedSubstrings());
        for (Object noded : dissolver.getDissolved()) {
            polygonizer.add(GEOMETRY.createLineString(((SegmentString) noded).getCoordinates()));
        }
        return triangles(polygonizer);
    }

    private void edge(int a, int b) {
        var along = new ArrayList<>(cuts.pointsOnEdge(a, b));
        along.sort((p, q) -> Double.compare(way(a, b, p), way(a, b, q)));
        int from = a;
        for (int point : along) {
            line(from, point);
            from = point;
        }
        line(from, b);
    }

    private void line(int from, int to) {
        lines.add(new NodedSegmentString(new Coordinate[] {coordinate(from), coordinate(to)}, null));
    }

    private Coordinate coordinate(int point) {
        var coordinate = new Coordinate(points.at(point, view.first()), points.at(point, view.second()));
        known.putIfAbsent(coordinate, point);
        return coordinate;
    }

    private List<int[]> triangles(Polygonizer polygonizer) {
        var pieces = new ArrayList<int[]>();
        double area = 0;
        for (Object polygon : polygonizer.getPolygons()) {
            area += ((Polygon) polygon).getArea();
            Geometry triangles = ConstrainedDelaunayTriangulator.triangulate((Polygon) polygon);
            for (int i = 0; i < triangles.getNumGeometries(); i++) {
                int[] piece = piece(triangles.getGeometryN(i));
                if (piece[0] != piece[1] && piece[1] != piece[2] && piece[2] != piece[0]) {
                    pieces.add(piece);
                }
            }
        }
        double whole = Math.abs(doubledArea()) / 2;
        if (!(Math.abs(area - whole) <= 1e-5 * whole + 10 * points.reach() * longestEdge())) {
            throw new ArithmeticException("A face of area %s was cut into pieces of area %s.".formatted(whole, area));
        }
        return pieces;
    }

    private int[] piece(Geometry shape) {
        Coordinate[] ring = shape.getCoordinates();
        var piece = new int[3];
        for (int i = 0; i < 3; i++) {
            piece[i] = known.computeIfAbsent(ring[i].copy(), this::lifted);
        }
        // Triangles come clockwise from the library.
        if (view.counterClockwise()) {
            int last = piece[2];
            piece[2] = piece[1];
            piece[1] = last;
        }
        return piece;
    }

    /** The point of the face's plane that is seen at a place. */
    private int lifted(Coordinate seen) {
        int a = mesh.corner(triangle, 0);
        int b = mesh.corner(triangle, 1);
        int c = mesh.corner(triangle, 2);
        int f = view.first();
        int s = view.second();
        int depth = 3 - f - s;
        double x = seen.x - points.at(a, f);
        double y = seen.y - points.at(a, s);
        double ux = points.at(b, f) - points.at(a, f), uy = points.at(b, s) - points.at(a, s);
        double vx = points.at(c, f) - points.at(a, f), vy = points.at(c, s) - points.at(a, s);
        double divisor = ux * vy - uy * vx;
        double p = (x * vy - y * vx) / divisor;
        double q = (ux * y - uy * x) / divisor;
        var place = new double[3];
        place[f] = seen.x;
        place[s] = seen.y;
        place[depth] = points.at(a, depth)
                + p * (points.at(b, depth) - points.at(a, depth))
                + q * (points.at(c, depth) - points.at(a, depth));
        return points.of(place[0], place[1], place[2]);
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

    private double longestEdge() {
        double longest = 0;
        for (int corner = 0; corner < 3; corner++) {
            int a = mesh.corner(triangle, corner);
            int b = mesh.corner(triangle, (corner + 1) % 3);
            longest = Math.max(longest, way(a, b, b));
        }
        return Math.sqrt(longest);
    }

    private double way(int a, int b, int point) {
        return (points.x(point) - points.x(a)) * (points.x(b) - points.x(a))
                + (points.y(point) - points.y(a)) * (points.y(b) - points.y(a))
                + (points.z(point) - points.z(a)) * (points.z(b) - points.z(a));
    }
}
