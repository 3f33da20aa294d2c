package org.millwright.geometry.repair.steps;

import org.millwright.geometry.Mesh;

/** Distances and normals between vertices of a mesh. */
final class Vectors {
    private Vectors() {}

    static double distance(Mesh mesh, int a, int b) {
        double dx = mesh.x(a) - mesh.x(b);
        double dy = mesh.y(a) - mesh.y(b);
        double dz = mesh.z(a) - mesh.z(b);
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /** Puts the cross product of two sides of a triangle into {@code normal}; returns its length, twice the area. */
    static double normal(Mesh mesh, int a, int b, int c, double[] normal) {
        double ux = mesh.x(b) - mesh.x(a), uy = mesh.y(b) - mesh.y(a), uz = mesh.z(b) - mesh.z(a);
        double vx = mesh.x(c) - mesh.x(a), vy = mesh.y(c) - mesh.y(a), vz = mesh.z(c) - mesh.z(a);
        normal[0] = uy * vz - uz * vy;
        normal[1] = uz * vx - ux * vz;
        normal[2] = ux * vy - uy * vx;
        return Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
    }

    /** The angle between two vectors, 0 to pi; 0 when one has no length. */
    static double angle(double[] a, double[] b) {
        double cx = a[1] * b[2] - a[2] * b[1];
        double cy = a[2] * b[0] - a[0] * b[2];
        double cz = a[0] * b[1] - a[1] * b[0];
        return Math.atan2(Math.sqrt(cx * cx + cy * cy + cz * cz), a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
    }

    static double diagonal(Mesh mesh) {
        double x = mesh.bounds().sizeX();
        double y = mesh.bounds().sizeY();
        double z = mesh.bounds().sizeZ();
        return Math.sqrt(x * x + y * y + z * z);
    }
}
