package org.millwright.geometry.mesh;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;
import org.millwright.geometry.surface.Surface;
import org.millwright.geometry.surface.SurfaceTree;
import org.millwright.geometry.thickness.InscribedSpheres;
import org.millwright.geometry.thickness.SurfaceSamples;

/**
 * How thick the walls of a solid are: at places spread evenly over the surface, the diameter of the largest sphere inside
 * the solid that touches the surface there. Tips are thin on any body, so judge by the quantiles, not by the thinnest.
 *
 * @param onePercentMm one percent of the surface is thinner; infinite when there are no samples
 * @param fivePercentMm five percent of the surface are thinner; infinite when there are no samples
 * @param thinnestMm least thickness between two faces that run nearly parallel; infinite when there is none
 * @param thinnestAt where that is, on the surface
 * @param samples how many places were measured
 */
public record WallThickness(
        double onePercentMm,
        double fivePercentMm,
        double thinnestMm,
        @Nullable Point thinnestAt,
        int samples) {
    /** Faces that lean towards each other by more than this are a tip or an edge and no wall: the cosine of 25 degrees. */
    private static final double NEARLY_PARALLEL = -0.906;

    /**
     * Measures at most {@code maxSamples} places; the same seed gives the same places.
     *
     * @throws IllegalArgumentException when {@code maxSamples} is not positive
     */
    public static WallThickness sample(Mesh mesh, int maxSamples, long seed) {
        if (maxSamples < 1) {
            throw new IllegalArgumentException("At least one sample is needed, got %d.".formatted(maxSamples));
        }
        var surface = new Surface(mesh);
        var spheres = new InscribedSpheres(surface, new SurfaceTree(surface));
        var places = new SurfaceSamples(surface, maxSamples, seed);
        var thicknesses = new double[places.count()];
        double thinnest = Double.POSITIVE_INFINITY;
        int thinnestAt = -1;
        for (int i = 0; i < thicknesses.length; i++) {
            int face = places.face(i);
            thicknesses[i] = spheres.diameterMm(face, places.x(i), places.y(i), places.z(i));
            int opposite = spheres.opposite();
            if (thicknesses[i] < thinnest && opposite >= 0 && surface.cosine(face, opposite) <= NEARLY_PARALLEL) {
                thinnest = thicknesses[i];
                thinnestAt = i;
            }
        }
        Arrays.sort(thicknesses);
        return new WallThickness(
                quantile(thicknesses, 0.01),
                quantile(thicknesses, 0.05),
                thinnest,
                thinnestAt < 0 ? null : places.point(thinnestAt),
                thicknesses.length);
    }

    /**
     * Wall thickness at the middle of each triangle, in mm, in the mesh's order: for a heat map. Values are finite; a
     * triangle without area shows nothing and gets the part's largest thickness.
     */
    public static double[] perFacet(Mesh mesh) {
        var surface = new Surface(mesh);
        var spheres = new InscribedSpheres(surface, new SurfaceTree(surface));
        var thicknesses = new double[surface.count()];
        double largest = 0;
        for (int face = 0; face < thicknesses.length; face++) {
            thicknesses[face] =
                    spheres.diameterMm(face, surface.middle(face, 0), surface.middle(face, 1), surface.middle(face, 2));
            largest = Math.max(largest, thicknesses[face]);
        }
        for (int face = 0; face < thicknesses.length; face++) {
            thicknesses[face] = surface.areaMm2(face) > 0 ? thicknesses[face] : largest;
        }
        return thicknesses;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.POSITIVE_INFINITY
                : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }
}
