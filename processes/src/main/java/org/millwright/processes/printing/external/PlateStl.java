package org.millwright.processes.printing.external;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.millwright.geometry.Mesh;
import org.millwright.processes.Build;
import org.millwright.processes.ProgramRefused;

/** All units of a build in their places, standing on the bed, as one binary STL. */
final class PlateStl {
    private static final int HEADER_BYTES = 80;
    private static final int TRIANGLE_BYTES = 50;

    private PlateStl() {}

    static byte[] of(Build build) throws ProgramRefused {
        int triangles = 0;
        for (Build.Placed placed : build.units()) {
            triangles += mesh(placed).triangleCount();
        }
        var bytes = ByteBuffer.allocate(HEADER_BYTES + 4 + TRIANGLE_BYTES * triangles)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(HEADER_BYTES);
        bytes.putInt(triangles);
        for (Build.Placed placed : build.units()) {
            put(placed, mesh(placed), bytes);
        }
        return bytes.array();
    }

    private static Mesh mesh(Build.Placed placed) throws ProgramRefused {
        if (placed.part() instanceof Mesh mesh) {
            return mesh;
        }
        throw new ProgramRefused(
                "Unit %s is a flat outline; a printer needs a solid.".formatted(placed.unit()),
                "Maybe export it as STL or 3MF.");
    }

    private static void put(Build.Placed placed, Mesh mesh, ByteBuffer bytes) {
        double cos = Math.cos(Math.toRadians(placed.rotationDeg()));
        double sin = Math.sin(Math.toRadians(placed.rotationDeg()));
        double lowest = mesh.bounds().min().z();
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            // Readers work out normals by themselves; zeros say so.
            bytes.putFloat(0).putFloat(0).putFloat(0);
            for (int corner = 0; corner < 3; corner++) {
                int vertex = mesh.corner(triangle, corner);
                bytes.putFloat((float) (mesh.x(vertex) * cos - mesh.y(vertex) * sin + placed.xMm()));
                bytes.putFloat((float) (mesh.x(vertex) * sin + mesh.y(vertex) * cos + placed.yMm()));
                bytes.putFloat((float) (mesh.z(vertex) - lowest));
            }
            bytes.putShort((short) 0);
        }
    }
}
