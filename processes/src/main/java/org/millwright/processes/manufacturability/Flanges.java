package org.millwright.processes.manufacturability;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.features.Cylinder;
import org.millwright.geometry.surface.Surface;

/** The flat pieces of sheet beside a bend: found by walking over the bend's inner faces to where the surface goes on straight. */
final class Flanges {
    /** Faces of a bend look at its axis, those beside it along no part of the axis: the sine of 3°. */
    private static final double SQUARE = 0.05;
    /** Faces of one flat piece: the cosine of 2°. */
    private static final double LEVEL = 0.9994;
    /** Corners of a bend's faces lie on its radius to this share. */
    private static final double ON_RADIUS = 0.02;

    private final Mesh mesh;
    private final Surface surface;
    private final Cylinder bend;

    private Flanges(SolidFeatures features, Cylinder bend) {
        this.mesh = features.mesh();
        this.surface = features.surface();
        this.bend = bend;
    }

    /** Length of the shorter flat piece from where it leaves the bend; infinite when none is found. */
    static double shortestMm(SolidFeatures features, Cylinder bend) {
        return new Flanges(features, bend).shortestMm();
    }

    private double shortestMm() {
        double shortest = Double.POSITIVE_INFINITY;
        var open = new ArrayDeque<Integer>();
        Set<Integer> walked = new HashSet<>();
        open.add(bend.face());
        walked.add(bend.face());
        while (!open.isEmpty()) {
            int face = open.removeLast();
            for (int edge = 0; edge < 3; edge++) {
                int beside = surface.neighbour(face, edge);
                if (beside < 0 || !squareToAxis(beside) || !walked.add(beside)) {
                    continue;
                }
                if (onBend(beside)) {
                    open.add(beside);
                } else {
                    shortest = Math.min(shortest, reachMm(beside));
                }
            }
        }
        return shortest;
    }

    private boolean squareToAxis(int face) {
        return Math.abs(surface.nx(face) * bend.axis().x()
                        + surface.ny(face) * bend.axis().y()
                        + surface.nz(face) * bend.axis().z())
                < SQUARE;
    }

    private boolean onBend(int face) {
        for (int corner = 0; corner < 3; corner++) {
            int vertex = mesh.corner(face, corner);
            double x = mesh.x(vertex) - bend.centre().x();
            double y = mesh.y(vertex) - bend.centre().y();
            double z = mesh.z(vertex) - bend.centre().z();
            double along =
                    x * bend.axis().x() + y * bend.axis().y() + z * bend.axis().z();
            double radius = bend.diameterMm() / 2;
            if (Math.abs(Math.sqrt(Math.max(0, x * x + y * y + z * z - along * along)) - radius) > ON_RADIUS * radius) {
                return false;
            }
        }
        return true;
    }

    /** How far the flat piece around a face reaches from the bend, square to it. */
    private double reachMm(int start) {
        double nx = surface.nx(start), ny = surface.ny(start), nz = surface.nz(start);
        double dx = bend.axis().y() * nz - bend.axis().z() * ny;
        double dy = bend.axis().z() * nx - bend.axis().x() * nz;
        double dz = bend.axis().x() * ny - bend.axis().y() * nx;
        double reach = 0;
        var open = new ArrayDeque<Integer>();
        Set<Integer> walked = new HashSet<>();
        open.add(start);
        walked.add(start);
        while (!open.isEmpty()) {
            int face = open.removeLast();
            for (int i = 0; i < 3; i++) {
                int vertex = mesh.corner(face, i);
                reach = Math.max(
                        reach,
                        Math.abs((mesh.x(vertex) - bend.centre().x()) * dx
                                + (mesh.y(vertex) - bend.centre().y()) * dy
                                + (mesh.z(vertex) - bend.centre().z()) * dz));
                int beside = surface.neighbour(face, i);
                boolean level = beside >= 0
                        && surface.nx(beside) * nx + surface.ny(beside) * ny + surface.nz(beside) * nz > LEVEL;
                if (level && walked.add(beside)) {
                    open.add(beside);
                }
            }
        }
        return reach;
    }
}
