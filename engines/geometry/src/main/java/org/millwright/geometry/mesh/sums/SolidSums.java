package org.millwright.geometry.mesh.sums;

import org.millwright.geometry.Bounds;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;
import org.millwright.geometry.mesh.Halves;

/**
 * Volume, area, centre of mass and inertia of a mesh by the divergence theorem (Mirtich 1996), with sums that do not depend
 * on the order of the triangles.
 */
public record SolidSums(double volumeMm3, double areaMm2, Point centreOfMass, Inertia inertia) {
    public static SolidSums of(Mesh mesh) {
        var sums = new FacetSums(mesh.bounds());
        if (Halves.worthwhile(mesh.triangleCount())) {
            var others = new FacetSums(mesh.bounds());
            int middle = mesh.triangleCount() >>> 1;
            Halves.run(() -> sums.add(mesh, 0, middle), () -> others.add(mesh, middle, mesh.triangleCount()));
            sums.add(others);
        } else {
            sums.add(mesh, 0, mesh.triangleCount());
        }
        Bounds box = mesh.bounds();
        return sums.of(mesh.triangleCount(), box);
    }
}
