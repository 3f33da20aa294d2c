package org.millwright.geometry.outline;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/** Operations on pieces of the plane. Lists of regions are taken as their union; results never overlap. */
public final class Regions {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final double ROUND_CHORD_ERROR_MM = 0.005;
    private static final double MITRE_LIMIT = 1.5;
    /** Flat corners may stay; they reach out hardly more than the edges. */
    private static final double SQUARE_LIMIT = 1.01;

    private Regions() {}

    /** All places at most {@code mm} from the regions; a negative distance shrinks them. Outer corners become round. */
    public static List<Region> grow(List<Region> regions, double mm) {
        if (regions.isEmpty()) {
            return regions;
        }
        double step = 2 * Math.acos(1 - Math.min(0.3, ROUND_CHORD_ERROR_MM / Math.max(Math.abs(mm), 1e-6)));
        var round = new BufferParameters(Math.clamp((int) Math.ceil(Math.PI / 2 / step), 2, 64));
        return of(BufferOp.bufferOp(geometry(regions), mm, round));
    }

    /** As {@link #grow}, but corners stay sharp up to {@value #MITRE_LIMIT} times the distance. */
    public static List<Region> growSharp(List<Region> regions, double mm) {
        if (regions.isEmpty()) {
            return regions;
        }
        if (mm > 0) {
            List<Region> grown = SharpOffset.of(regions, mm, MITRE_LIMIT);
            return grown == null ? sharp(regions, mm) : grown;
        }
        // Pieces that shrink do not meet, so each may take the way that suits it.
        var shrunk = new ArrayList<Region>(regions.size());
        for (Region region : regions) {
            List<Region> one = List.of(region);
            List<Region> kept = SharpOffset.of(one, mm, MITRE_LIMIT);
            shrunk.addAll(kept == null ? sharp(one, mm) : kept);
        }
        return List.copyOf(shrunk);
    }

    /** All places at most {@code mm} from the regions, corners cut off square: they reach out as far as the edges, a little more at their sides. */
    public static List<Region> growSquare(List<Region> regions, double mm) {
        if (regions.isEmpty()) {
            return regions;
        }
        List<Region> grown = SharpOffset.of(regions, mm, SQUARE_LIMIT);
        return grown == null ? grow(regions, mm) : grown;
    }

    private static List<Region> sharp(List<Region> regions, double mm) {
        var sharp = new BufferParameters(8, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, MITRE_LIMIT);
        return of(BufferOp.bufferOp(geometry(regions), mm, sharp));
    }

    public static List<Region> union(List<Region> a, List<Region> b) {
        return overlay(a, b, OverlayNG.UNION);
    }

    /** What of {@code a} is not in {@code b}. */
    public static List<Region> difference(List<Region> a, List<Region> b) {
        return overlay(a, b, OverlayNG.DIFFERENCE);
    }

    /**
     * What of {@code area} is not in {@code within}. Faster than {@link #difference}, for regions that are known not to overlap
     * or cross themselves, such as sections and what {@link #growSharp} made of them.
     */
    public static List<Region> remainder(List<Region> area, List<Region> within) {
        var loops = new ArrayList<double[]>();
        for (Region region : area) {
            loops.add(region.outer().coordinates());
            region.holes().forEach(hole -> loops.add(hole.coordinates()));
        }
        for (Region region : within) {
            loops.add(region.outer().reversed().coordinates());
            region.holes().forEach(hole -> loops.add(hole.reversed().coordinates()));
        }
        List<double[]> uncrossed = Uncrossing.of(loops);
        return uncrossed == null ? difference(area, within) : WindingUnion.ofUncrossed(uncrossed);
    }

    public static List<Region> intersection(List<Region> a, List<Region> b) {
        return overlay(a, b, OverlayNG.INTERSECTION);
    }

    /** The regions with fewer points, none of them farther than the tolerance from where the boundary was. */
    public static List<Region> simplified(List<Region> regions, double toleranceMm) {
        List<Region> simpler = PlainSimplification.of(regions, toleranceMm);
        return simpler == null ? of(TopologyPreservingSimplifier.simplify(geometry(regions), toleranceMm)) : simpler;
    }

    /** Whether the place lies inside the region and in none of its holes; on the boundary either answer may come. */
    public static boolean contains(Region region, double x, double y) {
        boolean inside = contains(region.outer(), x, y);
        for (int i = 0; inside && i < region.holes().size(); i++) {
            inside = !contains(region.holes().get(i), x, y);
        }
        return inside;
    }

    private static boolean contains(Ring ring, double x, double y) {
        boolean inside = false;
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            if ((ring.y(i) > y) != (ring.y(j) > y)
                    && x < (ring.x(j) - ring.x(i)) * (y - ring.y(i)) / (ring.y(j) - ring.y(i)) + ring.x(i)) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static List<Region> overlay(List<Region> a, List<Region> b, int operation) {
        return of(OverlayNGRobust.overlay(valid(a), valid(b), operation));
    }

    private static Geometry valid(List<Region> regions) {
        Geometry geometry = geometry(regions);
        // A buffer of zero width unites overlapping regions and mends rings that touch or cross themselves.
        return geometry.isValid() ? geometry : geometry.buffer(0);
    }

    static Geometry geometry(List<Region> regions) {
        return GEOMETRIES.createMultiPolygon(
                regions.stream().map(Regions::polygon).toArray(Polygon[]::new));
    }

    private static Polygon polygon(Region region) {
        return GEOMETRIES.createPolygon(
                ring(region.outer()), region.holes().stream().map(Regions::ring).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(Ring ring) {
        var coordinates = new Coordinate[ring.size() + 1];
        for (int i = 0; i < ring.size(); i++) {
            coordinates[i] = new Coordinate(ring.x(i), ring.y(i));
        }
        coordinates[ring.size()] = coordinates[0].copy();
        return GEOMETRIES.createLinearRing(coordinates);
    }

    static List<Region> of(Geometry geometry) {
        var regions = new ArrayList<Region>(geometry.getNumGeometries());
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                var holes = new ArrayList<Ring>(polygon.getNumInteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    holes.add(ring(polygon.getInteriorRingN(hole)));
                }
                regions.add(new Region(ring(polygon.getExteriorRing()), holes));
            }
        }
        return List.copyOf(regions);
    }

    private static Ring ring(LinearRing ring) {
        Coordinate[] coordinates = ring.getCoordinates();
        var xy = new double[2 * (coordinates.length - 1)];
        for (int i = 0; i < coordinates.length - 1; i++) {
            xy[2 * i] = coordinates[i].x;
            xy[2 * i + 1] = coordinates[i].y;
        }
        return new Ring(xy);
    }
}
