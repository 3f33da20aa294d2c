package org.millwright.geometry.repair.union;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millwright.geometry.Mesh;

/**
 * The pieces of all faces, grouped to patches that no cut runs through. A patch is kept or dropped as a whole: one winding
 * number in front and one behind decide, taken at its largest piece and checked at two others.
 */
final class Pieces {
    private final Mesh mesh;
    private final int[] bodies;
    private final Points points;
    private final Cuts cuts;
    private int[] corners = new int[300];
    private int[] faces = new int[100];
    private int count;

    Pieces(Mesh mesh, int[] bodies, Points points, Cuts cuts) {
        this.mesh = mesh;
        this.bodies = bodies;
        this.points = points;
        this.cuts = cuts;
    }

    void add(int triangle, int a, int b, int c) {
        if (count == faces.length) {
            faces = Arrays.copyOf(faces, 2 * count);
            corners = Arrays.copyOf(corners, 6 * count);
        }
        faces[count] = triangle;
        corners[3 * count] = a;
        corners[3 * count + 1] = b;
        corners[3 * count++ + 2] = c;
    }

    /** The mesh of the pieces kept; empty when nothing was dropped. */
    Optional<Mesh> kept() {
        var insides = new Insides(mesh, bodies, points, cuts);
        var keep = new boolean[count];
        int dropped = 0;
        for (List<Integer> patch : patches().values()) {
            boolean takesPart = bodies[faces[patch.getFirst()]] >= 0;
            patch.sort((p, q) -> Double.compare(area(q), area(p)));
            boolean first = !takesPart || keeps(insides, patch.getFirst());
            boolean agreed = !takesPart
                    || (first == keeps(insides, patch.get(patch.size() / 3))
                            && first == keeps(insides, patch.get(patch.size() / 2)));
            for (int piece : patch) {
                keep[piece] = agreed ? first : keeps(insides, piece);
                dropped += keep[piece] ? 0 : 1;
            }
        }
        return dropped == 0 ? Optional.empty() : Optional.of(mesh(keep));
    }

    private boolean keeps(Insides insides, int piece) {
        return insides.isBoundary(faces[piece], corners[3 * piece], corners[3 * piece + 1], corners[3 * piece + 2]);
    }

    private Map<Integer, List<Integer>> patches() {
        var parents = new int[count];
        Arrays.setAll(parents, i -> i);
        var firstOnEdge = new HashMap<Long, Integer>();
        for (int piece = 0; piece < count; piece++) {
            for (int corner = 0; corner < 3; corner++) {
                int a = corners[3 * piece + corner];
                int b = corners[3 * piece + (corner + 1) % 3];
                // Pieces of other bodies along an edge mean that a cut may run there.
                Integer other = firstOnEdge.put(Cuts.edge(a, b), piece);
                if (other != null
                        && bodies[faces[other]] == bodies[faces[piece]]
                        && !isCut(faces[piece], faces[other], a, b)) {
                    parents[root(parents, piece)] = root(parents, other);
                }
            }
        }
        var patches = new HashMap<Integer, List<Integer>>();
        for (int piece = 0; piece < count; piece++) {
            patches.computeIfAbsent(root(parents, piece), key -> new ArrayList<>())
                    .add(piece);
        }
        return patches;
    }

    /** Whether a segment was laid over this edge in one of the two faces; long segments may have been split since. */
    private boolean isCut(int face, int other, int a, int b) {
        return isCut(face, a, b) || isCut(other, a, b);
    }

    private boolean isCut(int face, int a, int b) {
        for (long segment : cuts.segments(face)) {
            if (near((int) (segment >> 32), (int) segment, a) && near((int) (segment >> 32), (int) segment, b)) {
                return true;
            }
        }
        return false;
    }

    private boolean near(int from, int to, int point) {
        double dx = points.x(to) - points.x(from),
                dy = points.y(to) - points.y(from),
                dz = points.z(to) - points.z(from);
        double px = points.x(point) - points.x(from),
                py = points.y(point) - points.y(from),
                pz = points.z(point) - points.z(from);
        double share = Math.clamp((px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz), 0.0, 1.0);
        double ox = px - share * dx, oy = py - share * dy, oz = pz - share * dz;
        return ox * ox + oy * oy + oz * oz <= 4 * points.reach() * points.reach();
    }

    private static int root(int[] parents, int element) {
        int root = element;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    private double area(int piece) {
        int a = corners[3 * piece];
        int b = corners[3 * piece + 1];
        int c = corners[3 * piece + 2];
        double ux = points.x(b) - points.x(a), uy = points.y(b) - points.y(a), uz = points.z(b) - points.z(a);
        double vx = points.x(c) - points.x(a), vy = points.y(c) - points.y(a), vz = points.z(c) - points.z(a);
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        return Math.sqrt(nx * nx + ny * ny + nz * nz);
    }

    private Mesh mesh(boolean[] keep) {
        double[] all = points.all();
        var numbers = new int[all.length / 3];
        var kept = new double[all.length];
        var keptCorners = new int[3 * count];
        int vertices = 0;
        int length = 0;
        for (int i = 0; i < 3 * count; i++) {
            if (!keep[i / 3]) {
                continue;
            }
            int point = corners[i];
            if (numbers[point] == 0) {
                System.arraycopy(all, 3 * point, kept, 3 * vertices, 3);
                numbers[point] = ++vertices;
            }
            keptCorners[length++] = numbers[point] - 1;
        }
        return new Mesh(Arrays.copyOf(kept, 3 * vertices), Arrays.copyOf(keptCorners, length));
    }
}
