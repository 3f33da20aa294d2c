package org.millwright.factory.design.web;

import java.util.function.IntPredicate;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.surface.Surface;
import org.millwright.geometry.surface.SurfaceTree;
import org.millwright.geometry.thickness.InscribedSpheres;

/**
 * Wall thickness all over a mesh. Large triangles are measured in many places: triangle {@code t} is divided into
 * {@code parts[t]²} equal ones, row by row from its first corner, and each is measured in its middle.
 */
final class ThicknessMap {
    /** About this many places show a heat map without gaps. */
    static final int USUAL_PLACES = 40_000;

    private static final int MOST_PARTS = 48;
    private static final int BETWEEN_REPORTS = 256;

    private final Mesh mesh;
    private final byte[] parts;
    private final int places;

    ThicknessMap(Mesh mesh, int wantedPlaces) {
        this.mesh = mesh;
        var surface = new Surface(mesh);
        parts = new byte[mesh.triangleCount()];
        double perPlace = surface.areaMm2() / Math.max(1, wantedPlaces);
        int count = 0;
        for (int face = 0; face < parts.length; face++) {
            double wanted = perPlace > 0 ? Math.sqrt(surface.areaMm2(face) / perPlace) : 1;
            parts[face] = (byte) Math.clamp(Math.round(wanted), 1, MOST_PARTS);
            count += parts[face] * parts[face];
        }
        places = count;
    }

    /** Into how many parts the edges of each triangle are divided. */
    byte[] parts() {
        return parts.clone();
    }

    int places() {
        return places;
    }

    /**
     * Measures every place, in mm.
     *
     * @param goOn told how many of {@code thicknesses} are there so far; false gives up
     * @return whether all were measured
     */
    boolean measure(float[] thicknesses, IntPredicate goOn) {
        var surface = new Surface(mesh);
        var spheres = new InscribedSpheres(surface, new SurfaceTree(surface));
        int done = 0;
        for (int face = 0; face < parts.length; face++) {
            int n = parts[face];
            for (int row = 0; row < n; row++) {
                for (int column = 0; column < 2 * (n - row) - 1; column++) {
                    // Upright and turned triangles take turns; their middles lie at thirds.
                    double third = column % 2 == 0 ? 1 / 3.0 : 2 / 3.0;
                    int pair = column / 2;
                    double u = (pair + third) / n;
                    double v = (row + third) / n;
                    thicknesses[done++] = (float) at(spheres, face, u, v);
                    if (done % BETWEEN_REPORTS == 0 && !goOn.test(done)) {
                        return false;
                    }
                }
            }
        }
        return goOn.test(done);
    }

    private double at(InscribedSpheres spheres, int face, double u, double v) {
        int a = mesh.corner(face, 0), b = mesh.corner(face, 1), c = mesh.corner(face, 2);
        double w = 1 - u - v;
        return spheres.diameterMm(
                face,
                w * mesh.x(a) + u * mesh.x(b) + v * mesh.x(c),
                w * mesh.y(a) + u * mesh.y(b) + v * mesh.y(c),
                w * mesh.z(a) + u * mesh.z(b) + v * mesh.z(c));
    }
}
