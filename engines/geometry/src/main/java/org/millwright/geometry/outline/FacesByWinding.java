package org.millwright.geometry.outline;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.SegmentStringDissolver;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.millwright.geometry.Region;

/** For loops that cross: cuts the plane along all of them and keeps the faces that they wind around positively. */
final class FacesByWinding {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** Places nearer than 10 nm become one; far below any machine, far above rounding. */
    private static final PrecisionModel GRID = new PrecisionModel(1e5);

    private FacesByWinding() {}

    static List<Region> of(List<double[]> loops) {
        var kept = new ArrayList<Geometry>();
        for (Object face : polygonizer(loops).getPolygons()) {
            Geometry polygon = (Geometry) face;
            Coordinate inside = polygon.getInteriorPoint().getCoordinate();
            int winding = 0;
            for (double[] loop : loops) {
                winding += winding(loop, inside.x, inside.y);
            }
            if (winding > 0) {
                kept.add(polygon);
            }
        }
        return kept.isEmpty() ? List.of() : Regions.of(UnaryUnionOp.union(kept));
    }

    /** How often a loop runs around a place, counter-clockwise positive. */
    static int winding(double[] loop, double x, double y) {
        int winding = 0;
        for (int i = 0, j = loop.length - 2; i < loop.length; j = i, i += 2) {
            boolean above = loop[i + 1] > y;
            if (above != (loop[j + 1] > y)
                    && x < (loop[j] - loop[i]) * (y - loop[i + 1]) / (loop[j + 1] - loop[i + 1]) + loop[i]) {
                winding += above ? 1 : -1;
            }
        }
        return winding;
    }

    private static Polygonizer polygonizer(List<double[]> loops) {
        var strings = new ArrayList<SegmentString>();
        for (double[] loop : loops) {
            var coordinates = new Coordinate[loop.length / 2 + 1];
            for (int i = 0; i < loop.length; i += 2) {
                coordinates[i / 2] = new Coordinate(loop[i], loop[i + 1]);
            }
            coordinates[loop.length / 2] = coordinates[0].copy();
            strings.add(new NodedSegmentString(coordinates, null));
        }
        var noder = new SnapRoundingNoder(GRID);
        noder.computeNodes(strings);
        var single = new SegmentStringDissolver();
        single.dissolve(noder.getNodedSubstrings());
        var polygonizer = new Polygonizer();
        for (Object string : single.getDissolved()) {
            Coordinate[] coordinates = ((SegmentString) string).getCoordinates();
            if (coordinates.length > 1) {
                polygonizer.add(GEOMETRIES.createLineString(coordinates));
            }
        }
        return polygonizer;
    }
}
