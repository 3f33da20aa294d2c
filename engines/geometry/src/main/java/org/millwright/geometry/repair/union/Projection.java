package org.millwright.geometry.repair.union;

import org.millwright.geometry.Mesh;

/**
 * The view of a face along the axis that it faces most.
 *
 * @param first the coordinate seen as x
 * @param second the coordinate seen as y
 * @param counterClockwise whether the face's corners run counter-clockwise in this view
 */
record Projection(int first, int second, boolean counterClockwise) {
    static Projection of(Mesh mesh, int triangle) {
        int a = mesh.corner(triangle, 0);
        int b = mesh.corner(triangle, 1);
        int c = mesh.corner(triangle, 2);
        double ux = mesh.x(b) - mesh.x(a), uy = mesh.y(b) - mesh.y(a), uz = mesh.z(b) - mesh.z(a);
        double vx = mesh.x(c) - mesh.x(a), vy = mesh.y(c) - mesh.y(a), vz = mesh.z(c) - mesh.z(a);
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        if (Math.abs(nx) >= Math.abs(ny) && Math.abs(nx) >= Math.abs(nz)) {
            return new Projection(1, 2, nx > 0);
        }
        return Math.abs(ny) >= Math.abs(nz) ? new Projection(2, 0, ny > 0) : new Projection(0, 1, nz > 0);
    }

    /** On which side of the line from a to b the point c is seen: 1 left, -1 right, 0 on it. */
    int side(Points points, int a, int b, int c) {
        return Sides.plane(
                points.at(a, first),
                points.at(a, second),
                points.at(b, first),
                points.at(b, second),
                points.at(c, first),
                points.at(c, second));
    }

    /** The share of the way from a to b at which the line through c and d is met. */
    double share(Points points, int a, int b, int c, int d) {
        double ux = points.at(b, first) - points.at(a, first);
        double uy = points.at(b, second) - points.at(a, second);
        double vx = points.at(d, first) - points.at(c, first);
        double vy = points.at(d, second) - points.at(c, second);
        double wx = points.at(c, first) - points.at(a, first);
        double wy = points.at(c, second) - points.at(a, second);
        double divisor = ux * vy - uy * vx;
        return divisor == 0 ? 0.5 : Math.clamp((wx * vy - wy * vx) / divisor, 0.0, 1.0);
    }

    /** The point at a share of the way from a to b, as a known or new point of space. */
    static int between(Points points, int a, int b, double share) {
        return points.of(
                points.x(a) + share * (points.x(b) - points.x(a)),
                points.y(a) + share * (points.y(b) - points.y(a)),
                points.z(a) + share * (points.z(b) - points.z(a)));
    }
}
