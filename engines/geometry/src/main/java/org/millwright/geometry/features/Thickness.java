package org.millwright.geometry.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.millwright.geometry.Point;
import org.millwright.geometry.surface.Surface;
import org.millwright.geometry.surface.SurfaceTree;
import org.millwright.geometry.thickness.InscribedSpheres;
import org.millwright.geometry.thickness.SurfaceSamples;

/**
 * How thick a solid is at sampled places of its surface, and where it is thin or massive.
 *
 * @param walls walls of nearly parallel faces, one for each place and thickness, thinnest first
 * @param fivePercentMm five percent of the surface are thinner; infinite without samples
 * @param thickestMm diameter of the largest sphere found inside
 * @param thickestAt where it touches
 */
public record Thickness(List<Wall> walls, double fivePercentMm, double thickestMm, Point thickestAt) {
    /** Faces that lean towards each other by more than this are a tip or an edge and no wall: the cosine of 25 degrees. */
    private static final double NEARLY_PARALLEL = -0.906;
    /** Samples of one wall differ by less than this share. */
    private static final double SAME_SHARE = 0.06;

    /** Of the samples, every so many is searched for massive places, which are large. */
    private static final int MASSIVE_STRIDE = 5;

    /**
     * A wall.
     *
     * @param areaMm2 of its two sides
     * @param at a place on it
     */
    public record Wall(double thicknessMm, double areaMm2, Point at) {}

    public Thickness {
        walls = List.copyOf(walls);
    }

    /** Measures walls up to {@code thinMm}; the samples decide how small a wall is noticed. */
    public static Thickness of(Surface surface, SurfaceTree tree, SurfaceSamples samples, double thinMm) {
        var spheres = new InscribedSpheres(surface, tree);
        int count = samples.count();
        var all = new double[count];
        var thin = new ArrayList<Integer>();
        int thickest = -1;
        double most = 0;
        for (int i = 0; i < count; i++) {
            int face = samples.face(i);
            all[i] = spheres.diameterMm(face, samples.x(i), samples.y(i), samples.z(i));
            int opposite = spheres.opposite();
            boolean wall = opposite >= 0 && surface.cosine(face, opposite) <= NEARLY_PARALLEL;
            if (wall && all[i] <= thinMm) {
                thin.add(i);
            }
            if (i % MASSIVE_STRIDE == 0) {
                double inside = spheres.insideDiameterMm(face, samples.x(i), samples.y(i), samples.z(i));
                if (inside > most) {
                    most = inside;
                    thickest = i;
                }
            }
        }
        double each = count == 0 ? 0 : surface.areaMm2() / count;
        List<Wall> walls = walls(thin, all, samples, each);
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        double five = count == 0 ? Double.POSITIVE_INFINITY : sorted[(int) (0.05 * (count - 1))];
        return new Thickness(
                walls, five, most, thickest < 0 ? surface.mesh().bounds().min() : samples.point(thickest));
    }

    private static List<Wall> walls(List<Integer> thin, double[] all, SurfaceSamples samples, double eachMm2) {
        thin.sort(Comparator.comparingDouble(i -> all[i]));
        var taken = new boolean[thin.size()];
        var walls = new ArrayList<Wall>();
        for (int seed = 0; seed < thin.size(); seed++) {
            if (taken[seed]) {
                continue;
            }
            double thickness = all[thin.get(seed)];
            var members = new ArrayList<Integer>();
            members.add(seed);
            taken[seed] = true;
            // Places farther apart than this are neighbours of nobody: a few sample distances.
            double near = Math.max(3 * thickness, 4 * Math.sqrt(eachMm2));
            for (int m = 0; m < members.size(); m++) {
                int from = thin.get(members.get(m));
                for (int other = seed + 1; other < thin.size(); other++) {
                    int to = thin.get(other);
                    if (all[to] > thickness * (1 + SAME_SHARE)) {
                        break;
                    }
                    if (!taken[other] && distance(samples, from, to) < near) {
                        taken[other] = true;
                        members.add(other);
                    }
                }
            }
            int middle = thin.get(members.get(members.size() / 2));
            walls.add(new Wall(thickness, members.size() * eachMm2, samples.point(middle)));
        }
        return walls;
    }

    private static double distance(SurfaceSamples samples, int a, int b) {
        double dx = samples.x(a) - samples.x(b), dy = samples.y(a) - samples.y(b), dz = samples.z(a) - samples.z(b);
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
