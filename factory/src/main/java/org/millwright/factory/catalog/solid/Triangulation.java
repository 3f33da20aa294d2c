package org.millwright.factory.catalog.solid;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.triangulate.polygon.PolygonTriangulator;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/** Divides flat pieces into triangles over the points of their boundaries and no others. */
final class Triangulation {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private Triangulation() {}

    /** x and y of three corners each, counter-clockwise. */
    static List<double[]> of(Region region) {
        LinearRing[] holes = region.holes().stream().map(Triangulation::ring).toArray(LinearRing[]::new);
        Geometry triangles = PolygonTriangulator.triangulate(GEOMETRIES.createPolygon(ring(region.outer()), holes));
        List<double[]> corners = new ArrayList<>(triangles.getNumGeometries());
        for (int i = 0; i < triangles.getNumGeometries(); i++) {
            Coordinate[] at = triangles.getGeometryN(i).getCoordinates();
            double turn = (at[1].x - at[0].x) * (at[2].y - at[0].y) - (at[1].y - at[0].y) * (at[2].x - at[0].x);
            corners.add(
                    turn > 0
                            ? new double[] {at[0].x, at[0].y, at[1].x, at[1].y, at[2].x, at[2].y}
                            : new double[] {at[0].x, at[0].y, at[2].x, at[2].y, at[1].x, at[1].y});
        }
        return corners;
    }

    private static LinearRing ring(Ring ring) {
        Coordinate[] points = new Coordinate[ring.size() + 1];
        for (int i = 0; i < ring.size(); i++) {
            points[i] = new Coordinate(ring.x(i), ring.y(i));
        }
        points[ring.size()] = points[0];
        return GEOMETRIES.createLinearRing(points);
    }
}
