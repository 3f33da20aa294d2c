package org.millwright.geometry.thickness;

import org.millwright.geometry.Bounds;
import org.millwright.geometry.surface.Surface;
import org.millwright.geometry.surface.SurfaceTree;

/**
 * The largest sphere inside a solid that touches its surface at a given place, by shrinking: it begins as large as the ray
 * straight inwards allows and shrinks to the nearest place of the opposite surface within it until there is none (Ma, Bae,
 * Choi 2012, "3D medial axis point approximation using nearest neighbors and the normal field"). Only faces that look the
 * other way stop it: beside a square edge the neighbouring face would make any body thin.
 */
public final class InscribedSpheres {
    private static final int MOST_STEPS = 24;
    /** A place this much nearer than the radius stops the sphere; nearer ones are the place it touches already. */
    private static final double TOUCHES = 1e-6;
    /** Faces that lean towards each other by up to 60° from parallel make a wall: the cosine between their normals. */
    private static final double OPPOSITE = -0.5;

    private static final double ALL = 2;

    private final Surface surface;
    private final SurfaceTree tree;
    private final double largest;
    private final double beyond;
    private int face;

    public InscribedSpheres(Surface surface, SurfaceTree tree) {
        this.surface = surface;
        this.tree = tree;
        Bounds box = surface.mesh().bounds();
        largest = Math.max(box.sizeX(), Math.max(box.sizeY(), box.sizeZ()));
        beyond = 1e-7 * largest;
    }

    /** The face opposite of the last measured place; -1 when there was none. */
    public int opposite() {
        return face;
    }

    /**
     * Diameter of the sphere at this place of a face, at most the largest side of the part; 0 for a face without area.
     */
    public double diameterMm(int at, double x, double y, double z) {
        return diameterMm(at, x, y, z, OPPOSITE);
    }

    /** As {@link #diameterMm(int, double, double, double)}, stopped by every face: the sphere really lies inside. */
    public double insideDiameterMm(int at, double x, double y, double z) {
        return diameterMm(at, x, y, z, ALL);
    }

    private double diameterMm(int at, double x, double y, double z, double facing) {
        double nx = surface.nx(at), ny = surface.ny(at), nz = surface.nz(at);
        face = -1;
        if (nx == 0 && ny == 0 && nz == 0) {
            return 0;
        }
        double radius = largest / 2;
        double exit = tree.exit(x, y, z, -nx, -ny, -nz, beyond);
        if (exit <= largest * (1 + 1e-9) && surface.cosine(at, tree.face()) <= OPPOSITE) {
            radius = exit / 2;
            face = tree.face();
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            double distance = tree.nearestFacing(
                    x - radius * nx, y - radius * ny, z - radius * nz, radius * (1 - TOUCHES), nx, ny, nz, facing);
            if (distance == Double.POSITIVE_INFINITY) {
                break;
            }
            double qx = x - tree.x(), qy = y - tree.y(), qz = z - tree.z();
            double along = qx * nx + qy * ny + qz * nz;
            double shrunk = (qx * qx + qy * qy + qz * qz) / (2 * along);
            if (!(along > 0) || !(shrunk < radius)) {
                break;
            }
            radius = shrunk;
            face = tree.face();
        }
        return 2 * radius;
    }
}
