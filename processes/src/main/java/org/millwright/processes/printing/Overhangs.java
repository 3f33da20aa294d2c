package org.millwright.processes.printing;

import org.millwright.geometry.Bounds;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;

/**
 * Faces that look down more steeply than filament can be laid without support, the part standing as it is drawn.
 *
 * @param areaMm2 of all such faces, those on the bed left out
 * @param at the middle of the largest of them
 */
record Overhangs(double areaMm2, Point at) {
    /** Faces drawn at exactly the limit may come out a little over it. */
    private static final double SLACK = 1e-4;

    /**
     * Finds them.
     *
     * @param limitDeg largest lean from the vertical that holds itself
     * @param bedMm faces that lie this low over the lowest point are on the bed
     * @param outward 1 when faces look outwards, -1 for a mesh that is inside out
     */
    static Overhangs of(Mesh mesh, double limitDeg, double bedMm, int outward) {
        Bounds bounds = mesh.bounds();
        double steep = Math.sin(Math.toRadians(limitDeg)) + SLACK;
        double area = 0, largest = 0;
        Point at = bounds.min();
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            int a = mesh.corner(triangle, 0), b = mesh.corner(triangle, 1), c = mesh.corner(triangle, 2);
            double ux = mesh.x(b) - mesh.x(a), uy = mesh.y(b) - mesh.y(a), uz = mesh.z(b) - mesh.z(a);
            double vx = mesh.x(c) - mesh.x(a), vy = mesh.y(c) - mesh.y(a), vz = mesh.z(c) - mesh.z(a);
            double nx = uy * vz - uz * vy, ny = uz * vx - ux * vz, nz = ux * vy - uy * vx;
            double doubled = Math.sqrt(nx * nx + ny * ny + nz * nz);
            double highest = Math.max(mesh.z(a), Math.max(mesh.z(b), mesh.z(c)));
            if (-outward * nz > steep * doubled && highest > bounds.min().z() + bedMm) {
                area += doubled / 2;
                if (doubled > largest) {
                    largest = doubled;
                    at = new Point(
                            (mesh.x(a) + mesh.x(b) + mesh.x(c)) / 3,
                            (mesh.y(a) + mesh.y(b) + mesh.y(c)) / 3,
                            (mesh.z(a) + mesh.z(b) + mesh.z(c)) / 3);
                }
            }
        }
        return new Overhangs(area, at);
    }
}
