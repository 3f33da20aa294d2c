package org.millwright.geometry.mesh;

import org.millwright.geometry.Mesh;

/**
 * Winding numbers: how many times a surface goes around a point. Inside a closed surface that looks outwards it is 1, and
 * surfaces add up, so overlapping bodies give 2 where they overlap; near small gaps it changes but little (Jacobson,
 * Kavan, Sorkine-Hornung 2013).
 */
public final class Winding {
    private Winding() {}

    /** The share of one face: its solid angle seen from the place over 4 pi (van Oosterom and Strackee 1983). */
    public static double share(Mesh mesh, int triangle, double x, double y, double z) {
        int i = mesh.corner(triangle, 0);
        int j = mesh.corner(triangle, 1);
        int k = mesh.corner(triangle, 2);
        double ax = mesh.x(i) - x, ay = mesh.y(i) - y, az = mesh.z(i) - z;
        double bx = mesh.x(j) - x, by = mesh.y(j) - y, bz = mesh.z(j) - z;
        double cx = mesh.x(k) - x, cy = mesh.y(k) - y, cz = mesh.z(k) - z;
        double a = Math.sqrt(ax * ax + ay * ay + az * az);
        double b = Math.sqrt(bx * bx + by * by + bz * bz);
        double c = Math.sqrt(cx * cx + cy * cy + cz * cz);
        double determinant = ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
        double divisor = a * b * c
                + (ax * bx + ay * by + az * bz) * c
                + (bx * cx + by * cy + bz * cz) * a
                + (cx * ax + cy * ay + cz * az) * b;
        return Math.atan2(determinant, divisor) / (2 * Math.PI);
    }
}
