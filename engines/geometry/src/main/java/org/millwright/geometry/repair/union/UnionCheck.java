package org.millwright.geometry.repair.union;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.millwright.geometry.Mesh;

/**
 * Asks of a union, along seeded lines in all directions, whether it is inside exactly where some body was. It knows
 * nothing of how the union was made, and so finds what went wrong there.
 */
public final class UnionCheck {
    private static final int LINES = 64;
    /** Lines that leave either mesh otherwise than they came are not counted, but most must be good. */
    private static final int FEWEST_GOOD = LINES / 2;

    private static final double SHARE = 1e-4;
    private static final long SEED = 7;

    private final Crossings bodies;
    private final Crossings union;
    private double differentMm;
    private double insideMm;
    private int crossings;

    private UnionCheck(Mesh bodies, Mesh union) {
        this.bodies = new Crossings(bodies);
        this.union = new Crossings(union);
    }

    /**
     * Whether the two agree but for a ten-thousandth of what lies inside and some of {@code movedMm} at each surface.
     *
     * @param bodies closed surfaces, each looking outwards or, for a cavity, inwards
     * @param movedMm how far bodies were moved before they were united
     */
    public static boolean agrees(Mesh bodies, Mesh union, double movedMm) {
        return new UnionCheck(bodies, union).agrees(bodies, movedMm);
    }

    private boolean agrees(Mesh mesh, double movedMm) {
        var random = new SplittableRandom(SEED);
        var box = mesh.bounds();
        int good = 0;
        for (int line = 0; line < LINES; line++) {
            double[] through = {
                box.min().x() + random.nextDouble() * box.sizeX(),
                box.min().y() + random.nextDouble() * box.sizeY(),
                box.min().z() + random.nextDouble() * box.sizeZ()
            };
            double up = 2 * random.nextDouble() - 1;
            double turn = 2 * Math.PI * random.nextDouble();
            double flat = Math.sqrt(1 - up * up);
            double[] along = {flat * Math.cos(turn), flat * Math.sin(turn), up};
            good += bodies.along(through, along) && union.along(through, along) ? compare() : 0;
        }
        return good >= FEWEST_GOOD && differentMm <= SHARE * insideMm + 10 * movedMm * crossings;
    }

    private int compare() {
        int i = 0;
        int j = 0;
        int inBodies = 0;
        int inUnion = 0;
        double last = 0;
        while (i < bodies.count || j < union.count) {
            boolean fromBodies = j == union.count || (i < bodies.count && bodies.at[i] <= union.at[j]);
            double at = fromBodies ? bodies.at[i] : union.at[j];
            if (inBodies > 0 || inUnion > 0) {
                insideMm += at - last;
                differentMm += (inBodies > 0) == (inUnion > 0) ? 0 : at - last;
            }
            last = at;
            if (fromBodies) {
                inBodies += bodies.step[i++];
            } else {
                inUnion += union.step[j++];
            }
        }
        crossings += bodies.count;
        return 1;
    }

    /** Where a line goes through the faces of a mesh: +1 on the way in, -1 on the way out. */
    private static final class Crossings {
        private final Mesh mesh;
        private double[] at = new double[16];
        private int[] step = new int[16];
        private int count;

        Crossings(Mesh mesh) {
            this.mesh = mesh;
        }

        /** Whether the line goes in as often as out. */
        boolean along(double[] through, double[] d) {
            // Two directions across the line, in which the faces are seen from its end.
            int small = Math.abs(d[0]) < 0.6 ? 0 : 1;
            double[] axis = {small == 0 ? 1 : 0, small == 1 ? 1 : 0, 0};
            double[] u = cross(d, axis);
            double[] v = cross(d, u);
            count = 0;
            int balance = 0;
            var seen = new double[9];
            for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
                for (int corner = 0; corner < 3; corner++) {
                    int vertex = mesh.corner(triangle, corner);
                    double x = mesh.x(vertex) - through[0];
                    double y = mesh.y(vertex) - through[1];
                    double z = mesh.z(vertex) - through[2];
                    seen[3 * corner] = x * u[0] + y * u[1] + z * u[2];
                    seen[3 * corner + 1] = x * v[0] + y * v[1] + z * v[2];
                    seen[3 * corner + 2] = x * d[0] + y * d[1] + z * d[2];
                }
                double a = seen[3] * seen[7] - seen[4] * seen[6];
                double b = seen[6] * seen[1] - seen[7] * seen[0];
                double c = seen[0] * seen[4] - seen[1] * seen[3];
                boolean out = a > 0 && b > 0 && c > 0;
                if (out || (a < 0 && b < 0 && c < 0)) {
                    note((a * seen[2] + b * seen[5] + c * seen[8]) / (a + b + c), out ? -1 : 1);
                    balance += out ? -1 : 1;
                }
            }
            sort();
            return balance == 0;
        }

        private void note(double place, int in) {
            if (count == at.length) {
                at = Arrays.copyOf(at, 2 * count);
                step = Arrays.copyOf(step, 2 * count);
            }
            at[count] = place;
            step[count++] = in;
        }

        private void sort() {
            for (int i = 1; i < count; i++) {
                double place = at[i];
                int in = step[i];
                int j = i;
                for (; j > 0 && at[j - 1] > place; j--) {
                    at[j] = at[j - 1];
                    step[j] = step[j - 1];
                }
                at[j] = place;
                step[j] = in;
            }
        }

        private static double[] cross(double[] p, double[] q) {
            return new double[] {p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]};
        }
    }
}
