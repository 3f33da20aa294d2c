package org.millwright.geometry.mesh;

import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;
import org.millwright.geometry.mesh.sums.OrderFreeSum;

/**
 * Faces that look downwards so steeply that layers there need support, when the part is made as it stands in the file.
 *
 * @param areaMm2 of all such faces
 * @param largestAreaMm2 of the largest group of them that hangs together
 * @param largestAt middle of the largest face of that group; null when nothing hangs over
 */
public record Overhangs(
        double areaMm2, double largestAreaMm2, @Nullable Point largestAt) {
    /** Faces that lie within this height above the lowest point stand on the bed. */
    private static final double ON_BED_MM = 0.05;

    /** Faces exactly at the limit do not count, whatever rounding does to their normals. */
    private static final double ROUNDING = 1e-6;

    /**
     * Finds the overhangs of a mesh in millimetres, z up.
     *
     * @param limitDegFromVertical steepest overhang that still holds itself: 0 is a vertical wall, 90 a ceiling
     */
    public static Overhangs of(Mesh mesh, double limitDegFromVertical) {
        double limit = -Math.sin(Math.toRadians(limitDegFromVertical)) - ROUNDING;
        double bed = mesh.bounds().min().z() + ON_BED_MM;
        var areas = new double[mesh.triangleCount()];
        double reach = Math.max(
                mesh.bounds().sizeX(),
                Math.max(mesh.bounds().sizeY(), mesh.bounds().sizeZ()));
        var total = new OrderFreeSum(2 * reach * reach);
        for (int triangle = 0; triangle < areas.length; triangle++) {
            areas[triangle] = areaWhenOver(mesh, triangle, limit, bed);
            total.add(areas[triangle]);
        }
        if (total.value() == 0) {
            return new Overhangs(0, 0, null);
        }
        return withLargest(mesh, areas, total.value());
    }

    private static double areaWhenOver(Mesh mesh, int triangle, double limit, double bed) {
        int a = mesh.corner(triangle, 0);
        int b = mesh.corner(triangle, 1);
        int c = mesh.corner(triangle, 2);
        if (Math.max(mesh.z(a), Math.max(mesh.z(b), mesh.z(c))) < bed) {
            return 0;
        }
        double ux = mesh.x(b) - mesh.x(a), uy = mesh.y(b) - mesh.y(a), uz = mesh.z(b) - mesh.z(a);
        double vx = mesh.x(c) - mesh.x(a), vy = mesh.y(c) - mesh.y(a), vz = mesh.z(c) - mesh.z(a);
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
        return length > 0 && nz / length < limit ? length / 2 : 0;
    }

    private static Overhangs withLargest(Mesh mesh, double[] areas, double total) {
        var groups = new DisjointSets(areas.length);
        var edges = new MeshEdges(mesh);
        edges.visit((from, to) -> {
            for (int i = from + 1; i < to; i++) {
                if (areas[edges.triangle(from)] > 0 && areas[edges.triangle(i)] > 0) {
                    groups.unite(edges.triangle(from), edges.triangle(i));
                }
            }
        });
        var groupAreas = new double[areas.length];
        int largest = 0;
        for (int triangle = 0; triangle < areas.length; triangle++) {
            groupAreas[groups.find(triangle)] += areas[triangle];
        }
        for (int group = 0; group < areas.length; group++) {
            largest = groupAreas[group] > groupAreas[largest] ? group : largest;
        }
        int face = largest;
        for (int triangle = 0; triangle < areas.length; triangle++) {
            if (groups.find(triangle) == largest && areas[triangle] > areas[face]) {
                face = triangle;
            }
        }
        return new Overhangs(total, groupAreas[largest], middle(mesh, face));
    }

    private static Point middle(Mesh mesh, int triangle) {
        int a = mesh.corner(triangle, 0);
        int b = mesh.corner(triangle, 1);
        int c = mesh.corner(triangle, 2);
        return new Point(
                (mesh.x(a) + mesh.x(b) + mesh.x(c)) / 3,
                (mesh.y(a) + mesh.y(b) + mesh.y(c)) / 3,
                (mesh.z(a) + mesh.z(b) + mesh.z(c)) / 3);
    }
}
