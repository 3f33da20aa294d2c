package org.millwright.geometry.mesh;

import org.millwright.geometry.Bounds;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;

/** Volume, area and centre of mass of a mesh by the divergence theorem, about the mean of all triangle corners. */
record SolidSums(double volumeMm3, double areaMm2, Point centreOfMass) {
    /**
     * Where faces are missing, the volume depends on the origin; the mean of all corners lets the missing faces weigh
     * least.
     */
    static SolidSums of(Mesh mesh) {
        Bounds box = mesh.bounds();
        double reach = Math.max(box.sizeX(), Math.max(box.sizeY(), box.sizeZ()));
        Point origin = meanCorner(mesh, reach);
        double originX = origin.x();
        double originY = origin.y();
        double originZ = origin.z();
        var sixfoldVolume = new OrderFreeSum(reach * reach * reach);
        var twofoldArea = new OrderFreeSum(2 * reach * reach);
        var momentX = new OrderFreeSum(2 * reach * reach * reach * reach);
        var momentY = new OrderFreeSum(2 * reach * reach * reach * reach);
        var momentZ = new OrderFreeSum(2 * reach * reach * reach * reach);
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            int a = mesh.corner(triangle, 0);
            int b = mesh.corner(triangle, 1);
            int c = mesh.corner(triangle, 2);
            double ax = mesh.x(a) - originX, ay = mesh.y(a) - originY, az = mesh.z(a) - originZ;
            double bx = mesh.x(b) - originX, by = mesh.y(b) - originY, bz = mesh.z(b) - originZ;
            double cx = mesh.x(c) - originX, cy = mesh.y(c) - originY, cz = mesh.z(c) - originZ;
            double ux = bx - ax, uy = by - ay, uz = bz - az;
            double vx = cx - ax, vy = cy - ay, vz = cz - az;
            double nx = uy * vz - uz * vy;
            double ny = uz * vx - ux * vz;
            double nz = ux * vy - uy * vx;
            double sixfold = ax * nx + ay * ny + az * nz;
            sixfoldVolume.add(sixfold);
            twofoldArea.add(Math.sqrt(nx * nx + ny * ny + nz * nz));
            momentX.add(sixfold * (ax + bx + cx));
            momentY.add(sixfold * (ay + by + cy));
            momentZ.add(sixfold * (az + bz + cz));
        }
        double volume = sixfoldVolume.value() / 6;
        double scale = volume == 0 ? 0 : 1 / (24 * volume);
        return new SolidSums(
                volume,
                twofoldArea.value() / 2,
                new Point(
                        originX + momentX.value() * scale,
                        originY + momentY.value() * scale,
                        originZ + momentZ.value() * scale));
    }

    private static Point meanCorner(Mesh mesh, double reach) {
        Point low = mesh.bounds().min();
        var x = new OrderFreeSum(3 * reach);
        var y = new OrderFreeSum(3 * reach);
        var z = new OrderFreeSum(3 * reach);
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            for (int corner = 0; corner < 3; corner++) {
                int vertex = mesh.corner(triangle, corner);
                x.add(mesh.x(vertex) - low.x());
                y.add(mesh.y(vertex) - low.y());
                z.add(mesh.z(vertex) - low.z());
            }
        }
        double corners = Math.max(1, 3.0 * mesh.triangleCount());
        return new Point(low.x() + x.value() / corners, low.y() + y.value() / corners, low.z() + z.value() / corners);
    }
}
