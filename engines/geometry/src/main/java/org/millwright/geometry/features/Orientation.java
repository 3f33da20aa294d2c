package org.millwright.geometry.features;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;
import org.millwright.geometry.surface.Surface;
import org.millwright.geometry.surface.SurfaceTree;
import org.millwright.geometry.thickness.SurfaceSamples;

/**
 * One way to lay a part down for making it layer by layer, with what speaks for and against it.
 *
 * @param up direction of the part, of length one, that points away from the bed
 * @param heightMm of the part that way
 * @param bedMm2 area of the part that lies on the bed
 * @param supportMm3 volume beneath undersides that lean too far
 * @param score 0 is the best imaginable: the sum of the shares of supports, height and missing bed contact by their weights
 */
public record Orientation(Point up, double heightMm, double bedMm2, double supportMm3, double score) {
    private static final int MOST_CANDIDATES = 16;
    private static final double ON_BED_MM = 0.05;

    /**
     * What matters how much; each share runs from 0 to about 1.
     *
     * @param support of the part's own volume
     * @param height of the largest side
     * @param contact of bed contact missing to a third of the area of the largest box side
     */
    public record Weights(double support, double height, double contact) {
        /** Printing with supports that cost time, plastic and a smooth surface. */
        public static final Weights USUAL = new Weights(1, 0.35, 0.25);
    }

    /**
     * The six main directions and those of the largest flat faces, best first. The first main direction is how the part
     * stands in its file.
     *
     * @param limitDeg steepest lean from the vertical that needs no support
     */
    public static List<Orientation> candidates(
            Surface surface, SurfaceTree tree, SurfaceSamples samples, double limitDeg, Weights weights) {
        var ups = new ArrayList<Point>();
        for (double sign : new double[] {1, -1}) {
            ups.add(new Point(0, 0, sign));
            ups.add(new Point(0, sign, 0));
            ups.add(new Point(sign, 0, 0));
        }
        addFlatFaces(surface, ups);
        var orientations = new ArrayList<Orientation>();
        for (Point up : ups) {
            orientations.add(of(surface, tree, samples, limitDeg, weights, up));
        }
        orientations.sort(Comparator.comparingDouble(Orientation::score));
        return orientations;
    }

    /** The figures of one orientation. */
    public static Orientation of(
            Surface surface, SurfaceTree tree, SurfaceSamples samples, double limitDeg, Weights weights, Point up) {
        Mesh mesh = surface.mesh();
        double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
        for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
            double along = mesh.x(vertex) * up.x() + mesh.y(vertex) * up.y() + mesh.z(vertex) * up.z();
            low = Math.min(low, along);
            high = Math.max(high, along);
        }
        double contact = 0;
        for (int face = 0; face < surface.count(); face++) {
            double down = -(surface.nx(face) * up.x() + surface.ny(face) * up.y() + surface.nz(face) * up.z());
            double along = surface.middle(face, 0) * up.x()
                    + surface.middle(face, 1) * up.y()
                    + surface.middle(face, 2) * up.z();
            contact += down > 0.999 && along < low + ON_BED_MM ? surface.areaMm2(face) : 0;
        }
        double support = Undersides.volumeBeneathMm3(surface, tree, samples, limitDeg, up);
        var box = mesh.bounds();
        double x = box.sizeX(), y = box.sizeY(), z = box.sizeZ();
        double largestSide = Math.max(x, Math.max(y, z));
        double wanted = Math.max(x * y, Math.max(y * z, z * x)) / 3;
        double score = weights.support() * Math.min(2, support / Math.max(1e-9, surface.volumeMm3()))
                + weights.height() * (high - low) / Math.max(1e-9, largestSide)
                + weights.contact() * (1 - Math.min(1, contact / Math.max(1e-9, wanted)));
        return new Orientation(up, high - low, contact, support, score);
    }

    /** Laying the part on one of its large flat faces; slanted ones add to the six main directions. */
    private static void addFlatFaces(Surface surface, List<Point> ups) {
        var patches = new FlatPatches(surface);
        var faces = new int[patches.count()];
        for (int face = surface.count() - 1; face >= 0; face--) {
            faces[patches.of(face)] = face;
        }
        var order = new ArrayList<Integer>();
        for (int patch = 0; patch < patches.count(); patch++) {
            if (patches.areaMm2(patch) > 0.02 * surface.areaMm2()) {
                order.add(patch);
            }
        }
        order.sort(Comparator.comparingDouble(patches::areaMm2).reversed());
        for (int patch : order) {
            int face = faces[patch];
            var up = new Point(-surface.nx(face), -surface.ny(face), -surface.nz(face));
            boolean known = ups.stream()
                    .anyMatch(other -> up.x() * other.x() + up.y() * other.y() + up.z() * other.z() > 0.9995);
            if (!known && ups.size() < MOST_CANDIDATES) {
                ups.add(up);
            }
        }
    }
}
