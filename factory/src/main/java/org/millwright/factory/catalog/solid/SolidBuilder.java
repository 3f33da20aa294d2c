package org.millwright.factory.catalog.solid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/**
 * Puts solids together from floors, ceilings and walls between them. Points at equal places are one vertex, so faces that
 * meet in the same points hang together. The solid is closed when every edge gets its two faces.
 */
public final class SolidBuilder {
    private final Map<Point, Integer> vertices = new HashMap<>();
    private final List<Point> points = new ArrayList<>();
    private final List<int[]> triangles = new ArrayList<>();
    private final Placing placing;

    /** Where a point of the flat shape at a height lies in space. */
    @FunctionalInterface
    public interface Placing {
        Point at(double x, double y, double z);
    }

    public SolidBuilder() {
        this(Point::new);
    }

    /** @param placing keeps right hands right, so that faces go on looking outwards */
    public SolidBuilder(Placing placing) {
        this.placing = placing;
    }

    /** Faces that look up. */
    public SolidBuilder ceiling(Region region, double z) {
        for (double[] corner : Triangulation.of(region)) {
            add(at(corner[0], corner[1], z), at(corner[2], corner[3], z), at(corner[4], corner[5], z));
        }
        return this;
    }

    /** Faces that look down. */
    public SolidBuilder floor(Region region, double z) {
        for (double[] corner : Triangulation.of(region)) {
            add(at(corner[0], corner[1], z), at(corner[4], corner[5], z), at(corner[2], corner[3], z));
        }
        return this;
    }

    /**
     * Walls around a region from one height to another. Upwards they look away from the region, downwards into it.
     */
    public SolidBuilder walls(Region region, double fromZ, double toZ) {
        wall(region.outer(), fromZ, toZ);
        region.holes().forEach(hole -> wall(hole, fromZ, toZ));
        return this;
    }

    /** A region pulled up from one height to another. */
    public SolidBuilder prism(Region region, double fromZ, double toZ) {
        return floor(region, fromZ).walls(region, fromZ, toZ).ceiling(region, toZ);
    }

    public Mesh build() {
        double[] coordinates = new double[3 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            coordinates[3 * i] = points.get(i).x();
            coordinates[3 * i + 1] = points.get(i).y();
            coordinates[3 * i + 2] = points.get(i).z();
        }
        int[] corners = new int[3 * triangles.size()];
        for (int i = 0; i < triangles.size(); i++) {
            System.arraycopy(triangles.get(i), 0, corners, 3 * i, 3);
        }
        return new Mesh(coordinates, corners);
    }

    private void wall(Ring ring, double fromZ, double toZ) {
        for (int i = 0; i < ring.size(); i++) {
            int next = (i + 1) % ring.size();
            int a = at(ring.x(i), ring.y(i), fromZ);
            int b = at(ring.x(next), ring.y(next), fromZ);
            int c = at(ring.x(next), ring.y(next), toZ);
            int d = at(ring.x(i), ring.y(i), toZ);
            add(a, b, c);
            add(a, c, d);
        }
    }

    private int at(double x, double y, double z) {
        return vertices.computeIfAbsent(placing.at(x, y, z), place -> {
            points.add(place);
            return points.size() - 1;
        });
    }

    private void add(int a, int b, int c) {
        triangles.add(new int[] {a, b, c});
    }
}
