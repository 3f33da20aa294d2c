package org.millwright.cli.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.ExitCode;
import org.millwright.factory.platform.text.FindingWords;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.Finding;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Point;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.Severity;
import org.millwright.geometry.Strictness;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.mesh.sums.Inertia;
import org.millwright.geometry.outline.OutlineFindings;
import org.millwright.geometry.outline.OutlineMeasures;
import org.millwright.geometry.reading.DesignReader;
import org.millwright.geometry.repair.MeshDiagnosis;
import org.millwright.geometry.repair.MeshRepair;
import org.millwright.geometry.repair.Repaired;
import org.millwright.json.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyze FILE…}: measurements and findings of meshes and outlines. */
@Command(
        name = "analyze",
        description = "Measures meshes (STL, 3MF, OBJ) and outlines (DXF, SVG) and says what is wrong with them.")
final class AnalyzeCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "the files")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Option(
            names = "--units",
            paramLabel = "UNIT",
            description = "unit of the numbers in the file: ${COMPLETION-CANDIDATES}")
    private @Nullable FileUnit units;

    @Option(names = "--strict", description = "refuse files that break a rule of their format")
    private boolean strict;

    @Option(names = "--json", description = "one JSON document per file")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        int worst = ExitCode.DONE;
        for (Path file : files) {
            try {
                worst = Math.max(worst, analyze(file) ? ExitCode.DONE : ExitCode.NO);
            } catch (UnreadableShape unreadable) {
                System.err.printf("%s%n%s%n", unreadable.detail(), unreadable.hint());
                if (json) {
                    System.out.println(JsonText.of(refusal(file, unreadable)));
                }
                worst = ExitCode.UNREADABLE;
            }
        }
        return worst;
    }

    /** False when a finding blocks. */
    private boolean analyze(Path file) throws IOException, UnreadableShape {
        long started = System.nanoTime();
        DesignFile read = DesignReader.read(
                file,
                String.valueOf(file.getFileName()),
                ReadLimits.USUAL,
                strict ? Strictness.STRICT : Strictness.LENIENT);
        LengthUnit unit = FileUnit.of(units, file, read);
        var report = switch (read.inMillimetres(unit)) {
            case Mesh mesh -> report(mesh, read.remarks());
            case Outline outline -> report(outline);
        };
        var document = new LinkedHashMap<String, Object>();
        document.put("file", file.toString());
        document.put("format", read.format());
        document.put("unit", unit.name().toLowerCase(Locale.ROOT));
        document.put("unitStated", units != null || read.declaredUnit() != null);
        document.put("unitReason", reason(read));
        document.putAll(report.measures());
        document.put(
                "findings",
                report.findings().stream().map(AnalyzeCommand::toJson).toList());
        document.put("elapsedMs", Math.round((System.nanoTime() - started) / 1e5) / 10.0);
        System.out.println(json ? JsonText.of(document) : words(document, report.findings()));
        return report.findings().stream().noneMatch(Finding::blocks);
    }

    private String reason(DesignFile read) {
        if (units != null) {
            return "asked for";
        }
        Bounds box = read.shape().bounds();
        double longest = Math.max(box.sizeX(), Math.max(box.sizeY(), box.sizeZ()));
        return read.declaredUnit() != null
                ? "stated by the file"
                : "guessed from the longest side, which is %.4g units of the file".formatted(longest);
    }

    private static Map<String, Object> refusal(Path file, UnreadableShape unreadable) {
        var document = new LinkedHashMap<String, Object>();
        document.put("file", file.toString());
        document.put("error", unreadable.detail());
        document.put("hint", unreadable.hint());
        return document;
    }

    private record Report(Map<String, Object> measures, List<Finding> findings) {}

    private static Report report(Mesh mesh, List<Finding> remarks) {
        var measures = MeshMeasures.of(mesh);
        var document = new LinkedHashMap<String, Object>();
        document.put("triangles", measures.triangles());
        document.put("vertices", measures.vertices());
        document.put("volumeMm3", measures.volumeMm3());
        document.put("areaMm2", measures.areaMm2());
        document.put("boundsMm", sizes(mesh.bounds(), true));
        document.put("watertight", measures.watertight());
        document.put("openEdges", measures.openEdges());
        document.put("nonManifoldEdges", measures.nonManifoldEdges());
        document.put("misorientedEdges", measures.misorientedEdges());
        document.put("degenerateFaces", measures.degenerateFaces());
        document.put("duplicateFaces", measures.duplicateFaces());
        document.put("shells", measures.shells());
        document.put("cavities", measures.cavities());
        if (measures.genus() >= 0) {
            document.put("genus", measures.genus());
        }
        Point centre = measures.centreOfMass();
        document.put("centreOfMassMm", List.of(centre.x(), centre.y(), centre.z()));
        document.put("inertiaMm5", inertia(measures.inertia()));
        document.put("repaired", toJson(MeshRepair.of(mesh, measures)));
        var findings = new ArrayList<>(remarks);
        findings.addAll(MeshDiagnosis.of(mesh, measures));
        findings.sort((a, b) -> b.severity().compareTo(a.severity()));
        return new Report(document, findings);
    }

    private static Report report(Outline outline) {
        var measures = OutlineMeasures.of(outline);
        var document = new LinkedHashMap<String, Object>();
        document.put("closedLoops", measures.closedLoops());
        document.put("openChains", measures.openChains());
        document.put("holes", measures.holes());
        document.put("cutLengthMm", measures.cutLengthMm());
        document.put("areaMm2", measures.areaMm2());
        document.put("boundsMm", sizes(outline.bounds(), false));
        return new Report(document, OutlineFindings.of(outline));
    }

    private static Map<String, Object> inertia(Inertia inertia) {
        var document = new LinkedHashMap<String, Object>();
        document.put("xx", inertia.xx());
        document.put("yy", inertia.yy());
        document.put("zz", inertia.zz());
        document.put("xy", inertia.xy());
        document.put("yz", inertia.yz());
        document.put("zx", inertia.zx());
        return document;
    }

    private static Map<String, Object> sizes(Bounds bounds, boolean solid) {
        var sizes = new LinkedHashMap<String, Object>();
        sizes.put("x", bounds.sizeX());
        sizes.put("y", bounds.sizeY());
        if (solid) {
            sizes.put("z", bounds.sizeZ());
        }
        return sizes;
    }

    private static Map<String, Object> toJson(Repaired repaired) {
        var document = new LinkedHashMap<String, Object>();
        document.put("volumeMm3", repaired.volumeAfterMm3());
        document.put("watertight", repaired.watertight());
        document.put(
                "actions",
                repaired.actions().stream()
                        .map(action -> {
                            var done = new LinkedHashMap<String, Object>();
                            done.put("action", action.kind().id());
                            done.put("count", action.count());
                            done.put("volumeBeforeMm3", action.volumeBeforeMm3());
                            done.put("volumeAfterMm3", action.volumeAfterMm3());
                            done.put("message", FindingWords.message(action.finding(), Locale.ENGLISH));
                            return done;
                        })
                        .toList());
        return document;
    }

    private static Map<String, Object> toJson(Finding finding) {
        var document = new LinkedHashMap<String, Object>();
        document.put("check", finding.check());
        document.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        document.put("message", FindingWords.message(finding, Locale.ENGLISH));
        document.put("hint", FindingWords.hint(finding, Locale.ENGLISH));
        if (finding.valueMm() != null) {
            document.put("valueMm", finding.valueMm());
        }
        if (finding.limitMm() != null) {
            document.put("limitMm", finding.limitMm());
        }
        var at = finding.at();
        if (at != null) {
            document.put("at", List.of(at.x(), at.y(), at.z()));
        }
        return document;
    }

    private static String words(Map<String, Object> document, List<Finding> findings) {
        var text = new StringBuilder();
        document.forEach((name, value) -> {
            if (!(value instanceof List)) {
                text.append("%-18s %s%n".formatted(name, value));
            }
        });
        for (Finding finding : findings) {
            if (finding.severity() != Severity.GOOD) {
                text.append("%-10s %s%n           %s%n"
                        .formatted(
                                finding.severity().name().toLowerCase(Locale.ROOT),
                                FindingWords.message(finding, Locale.ENGLISH),
                                FindingWords.hint(finding, Locale.ENGLISH)));
            }
        }
        return text.toString();
    }
}
