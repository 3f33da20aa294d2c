package org.millwright.geometry.surface;

/**
 * Boxes around faces around boxes: finds what a ray meets and which place of the surface is nearest without asking every
 * face. One instance serves one thread.
 */
public final class SurfaceTree {
    private static final int LEAF_FACES = 4;
    private static final int STACK = 128;
    private static final int X = 0;
    private static final int Y = 1;
    private static final int Z = 2;

    private final int[] order;
    private final double[] centres;
    /** Nine coordinates per face, in the order of the leaves. */
    private final double[] corners;
    /** Six bounds per node; the children of node n are 2n + 1 and 2n + 2. */
    private final double[] boxes;

    private final int[] starts;
    private final int levels;
    private final Surface surface;

    private final int[] stack = new int[STACK];
    private final double[] stackSquares = new double[STACK];
    private int hitFace;
    private double hitX, hitY, hitZ;
    private double nearX, nearY, nearZ;

    public SurfaceTree(Surface surface) {
        this.surface = surface;
        int count = surface.count();
        order = new int[count];
        centres = new double[3 * count];
        for (int face = 0; face < count; face++) {
            order[face] = face;
            for (int axis = X; axis <= Z; axis++) {
                centres[3 * face + axis] = surface.middle(face, axis);
            }
        }
        int depth = 0;
        while ((count >> depth) > LEAF_FACES) {
            depth++;
        }
        levels = depth;
        boxes = new double[6 * ((2 << depth) - 1)];
        starts = new int[2 << depth];
        build(0, 0, count, 0);
        corners = new double[9 * count];
        for (int i = 0; i < count; i++) {
            for (int corner = 0; corner < 3; corner++) {
                for (int axis = X; axis <= Z; axis++) {
                    corners[9 * i + 3 * corner + axis] = surface.at(order[i], corner, axis);
                }
            }
        }
        int leaves = (1 << levels) - 1;
        starts[leaves + (1 << levels)] = count;
    }

    /** The face that the last successful question was answered with. */
    public int face() {
        return hitFace;
    }

    /** The place that the last successful {@link #nearest} found. */
    public double x() {
        return hitX;
    }

    /** The place that the last successful {@link #nearest} found. */
    public double y() {
        return hitY;
    }

    /** The place that the last successful {@link #nearest} found. */
    public double z() {
        return hitZ;
    }

    /**
     * Distance of the surface from a place, when it is below {@code within}; else infinite. {@link #face} and {@link #x},
     * {@link #y}, {@link #z} then say where.
     */
    public double nearest(double x, double y, double z, double within) {
        return nearestFacing(x, y, z, within, 0, 0, 0, 1);
    }

    /**
     * As {@link #nearest}, looking only at faces whose outward normal has at most this component along a direction.
     *
     * @param most largest product of normal and (nx, ny, nz) that counts
     */
    public double nearestFacing(
            double x, double y, double z, double within, double nx, double ny, double nz, double most) {
        double best = within * within;
        boolean found = false;
        int leaves = (1 << levels) - 1;
        int size = 0;
        stack[size] = 0;
        stackSquares[size++] = square(0, x, y, z);
        while (size > 0) {
            size--;
            if (stackSquares[size] >= best) {
                continue;
            }
            int node = stack[size];
            if (node >= leaves) {
                for (int i = starts[node]; i < starts[node + 1]; i++) {
                    int face = order[i];
                    if (surface.nx(face) * nx + surface.ny(face) * ny + surface.nz(face) * nz > most) {
                        continue;
                    }
                    double square = squareToFace(9 * i, x, y, z);
                    if (square < best) {
                        best = square;
                        found = true;
                        hitFace = face;
                        hitX = nearX;
                        hitY = nearY;
                        hitZ = nearZ;
                    }
                }
                continue;
            }
            int left = 2 * node + 1;
            double a = square(left, x, y, z), b = square(left + 1, x, y, z);
            boolean leftFirst = a <= b;
            double far = leftFirst ? b : a, near = leftFirst ? a : b;
            if (far < best) {
                stack[size] = leftFirst ? left + 1 : left;
                stackSquares[size++] = far;
            }
            if (near < best) {
                stack[size] = leftFirst ? left : left + 1;
                stackSquares[size++] = near;
            }
        }
        return found ? Math.sqrt(best) : Double.POSITIVE_INFINITY;
    }

    /**
     * Distance along a ray to the first face that it leaves the solid through, beyond {@code beyond}; infinite when there is
     * none. The direction has length one.
     */
    public double exit(double x, double y, double z, double dx, double dy, double dz, double beyond) {
        return ray(x, y, z, dx, dy, dz, beyond, 1, Double.POSITIVE_INFINITY);
    }

    /** As {@link #exit}, to the first face through which the ray enters the solid. */
    public double entry(double x, double y, double z, double dx, double dy, double dz, double beyond) {
        return ray(x, y, z, dx, dy, dz, beyond, -1, Double.POSITIVE_INFINITY);
    }

    /** As {@link #exit}, to the first face either way, no farther than {@code within}. */
    public double any(double x, double y, double z, double dx, double dy, double dz, double beyond, double within) {
        return ray(x, y, z, dx, dy, dz, beyond, 0, within);
    }

    private double ray(
            double x, double y, double z, double dx, double dy, double dz, double beyond, int way, double within) {
        double best = within;
        int leaves = (1 << levels) - 1;
        double ix = 1 / dx, iy = 1 / dy, iz = 1 / dz;
        int size = 0;
        stack[size] = 0;
        stackSquares[size++] = enter(0, x, y, z, ix, iy, iz, best);
        while (size > 0) {
            size--;
            if (stackSquares[size] >= best) {
                continue;
            }
            int node = stack[size];
            if (node >= leaves) {
                for (int i = starts[node]; i < starts[node + 1]; i++) {
                    int face = order[i];
                    double along = surface.nx(face) * dx + surface.ny(face) * dy + surface.nz(face) * dz;
                    if (way * along < 0 || along == 0) {
                        continue;
                    }
                    double distance = distance(9 * i, x, y, z, dx, dy, dz);
                    if (distance > beyond && distance < best) {
                        best = distance;
                        hitFace = face;
                    }
                }
                continue;
            }
            int left = 2 * node + 1;
            double a = enter(left, x, y, z, ix, iy, iz, best), b = enter(left + 1, x, y, z, ix, iy, iz, best);
            boolean leftFirst = a <= b;
            double far = leftFirst ? b : a, near = leftFirst ? a : b;
            if (far < best) {
                stack[size] = leftFirst ? left + 1 : left;
                stackSquares[size++] = far;
            }
            if (near < best) {
                stack[size] = leftFirst ? left : left + 1;
                stackSquares[size++] = near;
            }
        }
        return best < within ? best : Double.POSITIVE_INFINITY;
    }

    private double square(int node, double x, double y, double z) {
        int at = 6 * node;
        double dx = Math.max(0, Math.max(boxes[at] - x, x - boxes[at + 3]));
        double dy = Math.max(0, Math.max(boxes[at + 1] - y, y - boxes[at + 4]));
        double dz = Math.max(0, Math.max(boxes[at + 2] - z, z - boxes[at + 5]));
        return dx * dx + dy * dy + dz * dz;
    }

    /** Distance at which a ray enters the node's box; infinite when it misses. */
    private double enter(int node, double x, double y, double z, double ix, double iy, double iz, double best) {
        int at = 6 * node;
        double ax = (boxes[at] - x) * ix, bx = (boxes[at + 3] - x) * ix;
        double ay = (boxes[at + 1] - y) * iy, by = (boxes[at + 4] - y) * iy;
        double az = (boxes[at + 2] - z) * iz, bz = (boxes[at + 5] - z) * iz;
        // A ray along a face of a box gives 0 times infinity; not-a-number must never rule a box out.
        double enter = larger(larger(larger(0, smaller(ax, bx)), smaller(ay, by)), smaller(az, bz));
        double leave = lesser(lesser(lesser(best, greater(ax, bx)), greater(ay, by)), greater(az, bz));
        return enter <= leave * (1 + 1e-12) + 1e-12 ? Math.max(0, enter * (1 - 1e-12)) : Double.POSITIVE_INFINITY;
    }

    private static double smaller(double a, double b) {
        return Double.isNaN(a + b) ? Double.NEGATIVE_INFINITY : Math.min(a, b);
    }

    private static double greater(double a, double b) {
        return Double.isNaN(a + b) ? Double.POSITIVE_INFINITY : Math.max(a, b);
    }

    private static double larger(double a, double b) {
        return a > b ? a : b;
    }

    private static double lesser(double a, double b) {
        return a < b ? a : b;
    }

    /** Möller and Trumbore's test; NaN when the ray misses. */
    private double distance(int at, double x, double y, double z, double dx, double dy, double dz) {
        double ax = corners[at], ay = corners[at + 1], az = corners[at + 2];
        double ux = corners[at + 3] - ax, uy = corners[at + 4] - ay, uz = corners[at + 5] - az;
        double vx = corners[at + 6] - ax, vy = corners[at + 7] - ay, vz = corners[at + 8] - az;
        double px = dy * vz - dz * vy, py = dz * vx - dx * vz, pz = dx * vy - dy * vx;
        double determinant = ux * px + uy * py + uz * pz;
        double sx = x - ax, sy = y - ay, sz = z - az;
        double s = (sx * px + sy * py + sz * pz) / determinant;
        double qx = sy * uz - sz * uy, qy = sz * ux - sx * uz, qz = sx * uy - sy * ux;
        double t = (dx * qx + dy * qy + dz * qz) / determinant;
        if (s < -1e-9 || t < -1e-9 || s + t > 1 + 1e-9) {
            return Double.NaN;
        }
        return (vx * qx + vy * qy + vz * qz) / determinant;
    }

    /** Square of the distance to a face; the nearest place is left in the near fields (Ericson 2005, section 5.1.5). */
    private double squareToFace(int at, double x, double y, double z) {
        double ax = corners[at], ay = corners[at + 1], az = corners[at + 2];
        double ux = corners[at + 3] - ax, uy = corners[at + 4] - ay, uz = corners[at + 5] - az;
        double vx = corners[at + 6] - ax, vy = corners[at + 7] - ay, vz = corners[at + 8] - az;
        double wx = x - ax, wy = y - ay, wz = z - az;
        double uu = ux * ux + uy * uy + uz * uz, uv = ux * vx + uy * vy + uz * vz, vv = vx * vx + vy * vy + vz * vz;
        double uw = ux * wx + uy * wy + uz * wz, vw = vx * wx + vy * wy + vz * wz;
        double s, t;
        double d5 = uw - uv, d6 = vw - vv, d3 = uw - uu, d4 = vw - uv;
        double vc = uw * d4 - d3 * vw, vb = d5 * vw - uw * d6, va = d3 * d6 - d5 * d4;
        if (uw <= 0 && vw <= 0) {
            s = 0;
            t = 0;
        } else if (d3 >= 0 && d4 <= d3) {
            s = 1;
            t = 0;
        } else if (vc <= 0 && uw >= 0 && d3 <= 0) {
            s = uw / (uw - d3);
            t = 0;
        } else if (d6 >= 0 && d5 <= d6) {
            s = 0;
            t = 1;
        } else if (vb <= 0 && vw >= 0 && d6 <= 0) {
            s = 0;
            t = vw / (vw - d6);
        } else if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
            t = (d4 - d3) / (d4 - d3 + d5 - d6);
            s = 1 - t;
        } else {
            double scale = 1 / (va + vb + vc);
            s = vb * scale;
            t = vc * scale;
        }
        nearX = ax + s * ux + t * vx;
        nearY = ay + s * uy + t * vy;
        nearZ = az + s * uz + t * vz;
        double ex = x - nearX, ey = y - nearY, ez = z - nearZ;
        return ex * ex + ey * ey + ez * ez;
    }

    private void build(int node, int start, int end, int level) {
        int at = 6 * node;
        starts[node] = start;
        for (int axis = X; axis <= Z; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = start; i < end; i++) {
                for (int corner = 0; corner < 3; corner++) {
                    double value = surface.at(order[i], corner, axis);
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
            boxes[at + axis] = low;
            boxes[at + 3 + axis] = high;
        }
        if (level == levels) {
            return;
        }
        int axis = X;
        for (int other = Y; other <= Z; other++) {
            if (boxes[at + 3 + other] - boxes[at + other] > boxes[at + 3 + axis] - boxes[at + axis]) {
                axis = other;
            }
        }
        int middle = (start + end) >>> 1;
        partition(start, end, middle, axis);
        build(2 * node + 1, start, middle, level + 1);
        build(2 * node + 2, middle, end, level + 1);
    }

    /** Hoare's selection: afterwards nothing before {@code middle} lies farther along the axis than what follows. */
    private void partition(int start, int end, int middle, int axis) {
        int low = start;
        int high = end - 1;
        while (low < high) {
            double pivot = centres[3 * order[(low + high) >>> 1] + axis];
            int i = low;
            int j = high;
            while (i <= j) {
                while (centres[3 * order[i] + axis] < pivot) {
                    i++;
                }
                while (centres[3 * order[j] + axis] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swapped = order[i];
                    order[i++] = order[j];
                    order[j--] = swapped;
                }
            }
            if (middle <= j) {
                high = j;
            } else if (middle >= i) {
                low = i;
            } else {
                return;
            }
        }
    }
}
