package org.millwright.geometry.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.Finding;
import org.millwright.geometry.FindingTexts;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.mesh.MeshFindings;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.outline.Hatching;
import org.millwright.geometry.outline.OutlineFindings;
import org.millwright.geometry.outline.OutlineMeasures;
import org.millwright.geometry.outline.Regions;
import org.millwright.geometry.reading.DesignReader;
import org.millwright.geometry.slicing.Slicer;

/** Reads a design file, measures it, says what is wrong with it, and fills its middle layer. */
public final class MeasureAndSlice {
    private MeasureAndSlice() {}

    public static void main(String[] arguments) throws Exception {
        System.out.print(report(Path.of(arguments[0])));
    }

    static String report(Path path) throws Exception {
        DesignFile file = DesignReader.read(path, path.getFileName().toString(), ReadLimits.USUAL);
        return switch (file.inMillimetres(file.likelyUnit())) {
            case Mesh mesh -> {
                var measures = MeshMeasures.of(mesh);
                double middle = (mesh.bounds().min().z() + mesh.bounds().max().z()) / 2;
                var infillArea = Regions.grow(Slicer.at(mesh, middle), -0.8);
                int lines = Hatching.lines(infillArea, 2.0, 45, 0).length / 4;
                yield "%.1f mm³ in %d triangles, %d infill lines in the middle%n%s"
                        .formatted(
                                measures.volumeMm3(),
                                measures.triangles(),
                                lines,
                                words(MeshFindings.of(mesh, measures)));
            }
            case Outline outline -> {
                var measures = OutlineMeasures.of(outline);
                yield "%.1f mm² with %.1f mm to cut%n%s"
                        .formatted(measures.areaMm2(), measures.cutLengthMm(), words(OutlineFindings.of(outline)));
            }
        };
    }

    private static String words(List<Finding> findings) {
        var texts = FindingTexts.of();
        var words = new StringBuilder();
        for (Finding finding : findings) {
            words.append("%s: %s %s%n"
                    .formatted(
                            finding.severity(),
                            texts.message(finding, Locale.ENGLISH),
                            texts.hint(finding, Locale.ENGLISH)));
        }
        return words.toString();
    }
}
