package org.millwright.geometry.mesh;

import org.millwright.geometry.Bounds;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;
import org.millwright.geometry.mesh.sums.Inertia;
import org.millwright.geometry.mesh.sums.SolidSums;

/**
 * What a mesh measures, of the faces as they are: nothing is repaired first. Volume, area and centre of mass are the same
 * to the last bit for any order of the triangles and any numbering of the vertices. Where faces are missing the volume is that of the pyramids over
 * the present faces, from the mean of all triangle corners.
 *
 * @param volumeMm3 signed: negative when the faces look inwards
 * @param centreOfMass of the enclosed solid; of the box when there is no volume
 * @param openEdges edges with one triangle
 * @param nonManifoldEdges edges with more than two triangles
 * @param misorientedEdges edges whose two triangles walk along them in the same direction
 * @param degenerateFaces triangles with two corners in one place; they count in nothing else
 * @param duplicateFaces triangles over the same three vertices as one before, whichever way round
 * @param shells groups of triangles that hang together over edges
 * @param cavities shells of a watertight mesh that look inwards
 * @param genus handles (through holes) of all shells together; -1 when the mesh is not watertight
 * @param inertia about the centre of mass
 */
public record MeshMeasures(
        int triangles,
        int vertices,
        double volumeMm3,
        double areaMm2,
        Bounds bounds,
        Point centreOfMass,
        int openEdges,
        int nonManifoldEdges,
        int misorientedEdges,
        int degenerateFaces,
        int duplicateFaces,
        int shells,
        int cavities,
        int genus,
        Inertia inertia) {

    public static MeshMeasures of(Mesh mesh) {
        SolidSums sums = SolidSums.of(mesh);
        Topology topology = Topology.of(mesh);
        return new MeshMeasures(
                mesh.triangleCount(),
                mesh.vertexCount(),
                sums.volumeMm3(),
                sums.areaMm2(),
                mesh.bounds(),
                sums.centreOfMass(),
                topology.openEdges(),
                topology.nonManifoldEdges(),
                topology.misorientedEdges(),
                topology.degenerateFaces(),
                topology.duplicateFaces(),
                topology.shells(),
                topology.cavities(),
                topology.genus(),
                sums.inertia());
    }

    /** The signed volume alone, as in {@link #of}. */
    public static double volumeMm3(Mesh mesh) {
        return SolidSums.of(mesh).volumeMm3();
    }

    /** Whether each edge has exactly two triangles that agree which side is outside. */
    public boolean watertight() {
        return triangles > 0 && openEdges == 0 && nonManifoldEdges == 0 && misorientedEdges == 0;
    }
}
