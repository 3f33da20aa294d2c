package org.millwright.bench.geometry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.Strictness;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.outline.OutlineMeasures;
import org.millwright.geometry.reading.DesignReader;

/**
 * Compares the engine with tables of known values in a folder of models: {@code truth_geometry.csv} (measures of meshes)
 * and {@code truth_3mf_conformance.csv} (packages that must be read or refused). Prints every difference.
 */
public final class GeometryTruth {
    private final Path models;

    private GeometryTruth(Path models) {
        this.models = models;
    }

    /** @param arguments the folder of models */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("Say which folder holds the models and their tables.");
            System.exit(2);
        }
        var truth = new GeometryTruth(Path.of(arguments[0]));
        truth.meshes();
        truth.packages();
        truth.drawings();
    }

    private void meshes() throws IOException {
        int files = 0;
        int equal = 0;
        double worst = 0;
        for (Map<String, String> row :
                Table.read(models.resolve("truth_geometry.csv")).rows()) {
            String file = cell(row, "file");
            if (cell(row, "np_volume").isEmpty() || !Files.exists(models.resolve(file))) {
                continue;
            }
            files++;
            try {
                Mesh mesh = (Mesh) DesignReader.read(models.resolve(file), file, ReadLimits.USUAL)
                        .shape();
                MeshMeasures measures = MeshMeasures.of(mesh);
                boolean same = true;
                for (var column : columns(measures).entrySet()) {
                    if (!cell(row, column.getKey()).equals(String.valueOf(column.getValue()))) {
                        System.out.printf(
                                "  %s: %s is %s, should be %s%n",
                                file, column.getKey(), column.getValue(), cell(row, column.getKey()));
                        same = false;
                    }
                }
                equal += same ? 1 : 0;
                if (measures.watertight()) {
                    double expected = Double.parseDouble(cell(row, "np_volume"));
                    // The table has six decimals, so more than that cannot be compared.
                    double error = Math.max(0, Math.abs(measures.volumeMm3() - expected) - 5e-7) / Math.abs(expected);
                    worst = Math.max(worst, error);
                }
            } catch (UnreadableShape refused) {
                System.out.printf("  %s: %s%n", file, refused.detail());
            }
        }
        System.out.printf(
                "| topology columns equal | all of %d files | %d |%n| volume of closed meshes, beyond the table's rounding | <= 1e-9 | %.1e |%n",
                files, equal, worst);
    }

    private static Map<String, Object> columns(MeshMeasures measures) {
        var columns = new LinkedHashMap<String, Object>();
        columns.put("np_tri", measures.triangles());
        columns.put("np_verts", measures.vertices());
        columns.put("np_open_edges", measures.openEdges());
        columns.put("np_nonmanifold_edges", measures.nonManifoldEdges());
        columns.put("np_misoriented_edges", measures.misorientedEdges());
        columns.put("np_degenerate", measures.degenerateFaces());
        columns.put("np_dup_faces", measures.duplicateFaces());
        columns.put("np_shells", measures.shells());
        columns.put("np_watertight", measures.watertight() ? 1 : 0);
        return columns;
    }

    private void packages() throws IOException {
        int right = 0;
        int count = 0;
        for (Map<String, String> row :
                Table.read(models.resolve("truth_3mf_conformance.csv")).rows()) {
            String file = cell(row, "file");
            boolean accepted = true;
            String why = "accepted";
            try {
                DesignReader.read(models.resolve(file), file, ReadLimits.USUAL, Strictness.STRICT);
            } catch (UnreadableShape refused) {
                accepted = false;
                why = refused.detail();
            }
            count++;
            if (accepted == cell(row, "expected").equals("mustpass")) {
                right++;
            } else {
                System.out.printf("  %s: %s%n", file, why);
            }
        }
        System.out.printf("| 3MF conformance, strict | all of %d packages | %d |%n", count, right);
    }

    /** Lengths and sizes, both in drawing units; lines drawn twice count once here and twice in the table. */
    private void drawings() throws IOException {
        int count = 0;
        int right = 0;
        for (Map<String, String> row :
                Table.read(models.resolve("facts_sheet.csv")).rows()) {
            String file = cell(row, "file");
            if (cell(row, "size_x").isEmpty()) {
                continue;
            }
            count++;
            try {
                var outline = (Outline) DesignReader.read(models.resolve(file), file, ReadLimits.USUAL)
                        .shape();
                double length = OutlineMeasures.of(outline).cutLengthMm();
                double expected = Double.parseDouble(cell(row, "total_length_drawing_units"));
                double sizeX = Double.parseDouble(cell(row, "size_x"));
                double sizeY = Double.parseDouble(cell(row, "size_y"));
                boolean same = Math.abs(length / expected - 1) < 2e-3
                        && Math.abs(outline.bounds().sizeX() - sizeX) < 1e-3 * sizeX
                        && Math.abs(outline.bounds().sizeY() - sizeY) < 1e-3 * sizeY;
                right += same ? 1 : 0;
                if (!same) {
                    System.out.printf(
                            "  %s: length %.4f of %s, size %.4f x %.4f of %s x %s%n",
                            file,
                            length,
                            expected,
                            outline.bounds().sizeX(),
                            outline.bounds().sizeY(),
                            sizeX,
                            sizeY);
                }
            } catch (UnreadableShape refused) {
                System.out.printf("  %s: %s%n", file, refused.detail());
            }
        }
        System.out.printf("| drawings: length and size within 0.2 %% | all of %d | %d |%n", count, right);
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), () -> "The table has no column " + column + ".");
    }
}
