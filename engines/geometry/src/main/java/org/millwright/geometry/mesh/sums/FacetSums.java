package org.millwright.geometry.mesh.sums;

import org.millwright.geometry.Bounds;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;

/** Sums over facets from which the measures of a solid follow, about the middle of its box. */
public final class FacetSums {
    private final double middleX;
    private final double middleY;
    private final double middleZ;
    private final OrderFreeSum volume;
    private final OrderFreeSum area;
    private final OrderFreeSum normalX, normalY, normalZ;
    private final OrderFreeSum cornerX, cornerY, cornerZ;
    private final OrderFreeSum momentX, momentY, momentZ;
    private final OrderFreeSum squareX, squareY, squareZ;
    private final OrderFreeSum productXy, productYz, productZx;

    /** @param box around all facets that will be added */
    public FacetSums(Bounds box) {
        middleX = (box.min().x() + box.max().x()) / 2;
        middleY = (box.min().y() + box.max().y()) / 2;
        middleZ = (box.min().z() + box.max().z()) / 2;
        double reach = Math.sqrt(box.sizeX() * box.sizeX() + box.sizeY() * box.sizeY() + box.sizeZ() * box.sizeZ()) / 2;
        double plane = 4 * reach * reach;
        volume = new OrderFreeSum(plane * reach);
        area = new OrderFreeSum(plane);
        normalX = new OrderFreeSum(plane);
        normalY = new OrderFreeSum(plane);
        normalZ = new OrderFreeSum(plane);
        cornerX = new OrderFreeSum(3 * reach);
        cornerY = new OrderFreeSum(3 * reach);
        cornerZ = new OrderFreeSum(3 * reach);
        momentX = new OrderFreeSum(plane * reach * 3 * reach);
        momentY = new OrderFreeSum(plane * reach * 3 * reach);
        momentZ = new OrderFreeSum(plane * reach * 3 * reach);
        double second = plane * reach * 12 * reach * reach;
        squareX = new OrderFreeSum(second);
        squareY = new OrderFreeSum(second);
        squareZ = new OrderFreeSum(second);
        productXy = new OrderFreeSum(second);
        productYz = new OrderFreeSum(second);
        productZx = new OrderFreeSum(second);
    }

    public void add(Mesh mesh, int from, int to) {
        for (int triangle = from; triangle < to; triangle++) {
            int a = mesh.corner(triangle, 0);
            int b = mesh.corner(triangle, 1);
            int c = mesh.corner(triangle, 2);
            add(
                    mesh.x(a), mesh.y(a), mesh.z(a), mesh.x(b), mesh.y(b), mesh.z(b), mesh.x(c), mesh.y(c), mesh.z(c),
                    true);
        }
    }

    /** Adds a facet. Without {@code inertia} the sums that only the moments of inertia need are left out, for speed. */
    public void add(
            double x1,
            double y1,
            double z1,
            double x2,
            double y2,
            double z2,
            double x3,
            double y3,
            double z3,
            boolean inertia) {
        double ax = x1 - middleX, ay = y1 - middleY, az = z1 - middleZ;
        double bx = x2 - middleX, by = y2 - middleY, bz = z2 - middleZ;
        double cx = x3 - middleX, cy = y3 - middleY, cz = z3 - middleZ;
        double ux = bx - ax, uy = by - ay, uz = bz - az;
        double vx = cx - ax, vy = cy - ay, vz = cz - az;
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        double sixfold = ax * nx + ay * ny + az * nz;
        double sumX = ax + bx + cx, sumY = ay + by + cy, sumZ = az + bz + cz;
        volume.add(sixfold);
        area.add(Math.sqrt(nx * nx + ny * ny + nz * nz));
        normalX.add(nx);
        normalY.add(ny);
        normalZ.add(nz);
        cornerX.add(sumX);
        cornerY.add(sumY);
        cornerZ.add(sumZ);
        momentX.add(sixfold * sumX);
        momentY.add(sixfold * sumY);
        momentZ.add(sixfold * sumZ);
        if (inertia) {
            squareX.add(sixfold * (sumX * sumX + ax * ax + bx * bx + cx * cx));
            squareY.add(sixfold * (sumY * sumY + ay * ay + by * by + cy * cy));
            squareZ.add(sixfold * (sumZ * sumZ + az * az + bz * bz + cz * cz));
            productXy.add(sixfold * (sumX * sumY + ax * ay + bx * by + cx * cy));
            productYz.add(sixfold * (sumY * sumZ + ay * az + by * bz + cy * cz));
            productZx.add(sixfold * (sumZ * sumX + az * ax + bz * bx + cz * cx));
        }
    }

    /** Adds all facets of other sums over the same box. */
    public void add(FacetSums other) {
        volume.add(other.volume);
        area.add(other.area);
        normalX.add(other.normalX);
        normalY.add(other.normalY);
        normalZ.add(other.normalZ);
        cornerX.add(other.cornerX);
        cornerY.add(other.cornerY);
        cornerZ.add(other.cornerZ);
        momentX.add(other.momentX);
        momentY.add(other.momentY);
        momentZ.add(other.momentZ);
        squareX.add(other.squareX);
        squareY.add(other.squareY);
        squareZ.add(other.squareZ);
        productXy.add(other.productXy);
        productYz.add(other.productYz);
        productZx.add(other.productZx);
    }

    /**
     * Signed volume. Where faces are missing it depends on the place that the pyramids over the faces stand on: the mean of
     * all corners, which lets the missing faces weigh least.
     */
    public double volumeMm3(int facets) {
        double corners = Math.max(1, 3.0 * facets);
        double shift = cornerX.value() / corners * normalX.value()
                + cornerY.value() / corners * normalY.value()
                + cornerZ.value() / corners * normalZ.value();
        return (volume.value() - shift) / 6;
    }

    public double areaMm2() {
        return area.value() / 2;
    }

    /** Of the enclosed solid; the middle of the box when there is no volume. */
    public Point centreOfMass() {
        double scale = scale(4);
        return new Point(
                middleX + momentX.value() * scale,
                middleY + momentY.value() * scale,
                middleZ + momentZ.value() * scale);
    }

    public SolidSums of(int facets, Bounds box) {
        double enclosed = volume.value() / 6;
        double scale = scale(4);
        double x = momentX.value() * scale, y = momentY.value() * scale, z = momentZ.value() * scale;
        double xx = squareX.value() / 120 - enclosed * x * x;
        double yy = squareY.value() / 120 - enclosed * y * y;
        double zz = squareZ.value() / 120 - enclosed * z * z;
        var inertia = new Inertia(
                yy + zz,
                zz + xx,
                xx + yy,
                productXy.value() / 120 - enclosed * x * y,
                productYz.value() / 120 - enclosed * y * z,
                productZx.value() / 120 - enclosed * z * x);
        boolean empty = facets == 0 || box.sizeX() + box.sizeY() + box.sizeZ() == 0;
        return new SolidSums(volumeMm3(facets), areaMm2(), centreOfMass(), empty ? Inertia.NONE : inertia);
    }

    private double scale(int divisor) {
        return volume.value() == 0 ? 0 : 1 / (divisor * volume.value());
    }
}
