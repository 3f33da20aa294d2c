package org.millwright.processes.printing.program;

import org.millwright.geometry.Mesh;
import org.millwright.processes.Build;
import org.millwright.processes.Equipment;
import org.millwright.processes.ProgramRefused;

/** The room a printer has, its origin at the front left corner. */
public record Bed(double widthMm, double depthMm, double heightMm) {
    private static final double SLACK_MM = 1e-6;

    public static Bed of(Equipment equipment) {
        return new Bed(equipment.widthMm(), equipment.depthMm(), equipment.heightMm());
    }

    /** Throws {@link ProgramRefused} when the unit in its place, with this margin around it, leaves the bed. */
    void require(Build.Placed placed, Mesh mesh, double marginMm) throws ProgramRefused {
        double cos = Math.cos(Math.toRadians(placed.rotationDeg()));
        double sin = Math.sin(Math.toRadians(placed.rotationDeg()));
        double minX = Double.POSITIVE_INFINITY, minY = minX, maxX = Double.NEGATIVE_INFINITY, maxY = maxX;
        for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
            double x = mesh.x(vertex) * cos - mesh.y(vertex) * sin + placed.xMm();
            double y = mesh.x(vertex) * sin + mesh.y(vertex) * cos + placed.yMm();
            minX = Math.min(minX, x);
            maxX = Math.max(maxX, x);
            minY = Math.min(minY, y);
            maxY = Math.max(maxY, y);
        }
        double margin = marginMm - SLACK_MM;
        if (minX - margin < 0 || minY - margin < 0 || maxX + margin > widthMm || maxY + margin > depthMm) {
            throw new ProgramRefused(
                    "Unit %s reaches from x %.2f, y %.2f to x %.2f, y %.2f, with a margin of %.2f mm outside the bed of %.0f × %.0f mm."
                            .formatted(placed.unit(), minX, minY, maxX, maxY, marginMm, widthMm, depthMm),
                    "Move the unit inwards or choose a larger machine.");
        }
        if (mesh.bounds().sizeZ() > heightMm + SLACK_MM) {
            throw new ProgramRefused(
                    "Unit %s is %.2f mm high, the machine prints up to %.0f mm."
                            .formatted(placed.unit(), mesh.bounds().sizeZ(), heightMm),
                    "Lay the part on its side or choose a larger machine.");
        }
    }
}
