package org.millwright.geometry.reading.obj;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.Severity;
import org.millwright.geometry.Strictness;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.shape.LostCorners;
import org.millwright.geometry.reading.shape.UnitGuess;
import org.millwright.geometry.reading.shape.VertexWeld;
import org.millwright.geometry.reading.source.ByteSource;
import org.millwright.geometry.reading.source.Numbers;

/**
 * Wavefront OBJ: vertices and polygonal faces of all objects and groups as one mesh. Polygons are cut into triangles;
 * colours, normals and textures are ignored; curves and free-form surfaces are left out and told.
 */
public final class ObjReader {
    private static final Set<String> SHAPELESS = Set.of(
            "vt",
            "vn",
            "vp",
            "o",
            "g",
            "s",
            "mg",
            "usemtl",
            "mtllib",
            "usemap",
            "maplib",
            "bevel",
            "c_interp",
            "d_interp",
            "lod",
            "shadow_obj",
            "trace_obj");
    private static final String EXPORT_AGAIN = "Repair the part in the program it was drawn in and export it again.";

    private final ObjLine line;
    private final ReadLimits limits;
    private final Strictness strictness;
    private final VertexWeld weld = new VertexWeld(1000);
    private final LostCorners lost = new LostCorners(weld);
    private final PolygonCut cut = new PolygonCut();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final double[] corners = new double[9];
    private double[] coordinates = new double[3000];
    private int numbers;
    private int[] polygon = new int[16];

    private ObjReader(ByteSource source, ReadLimits limits, Strictness strictness) {
        this.line = new ObjLine(source);
        this.limits = limits;
        this.strictness = strictness;
    }

    public static DesignFile read(Path file, ReadLimits limits, Strictness strictness)
            throws IOException, UnreadableShape {
        try (var source = new ByteSource(file)) {
            return new ObjReader(source, limits, strictness).read();
        }
    }

    private DesignFile read() throws IOException, UnreadableShape {
        while (line.next()) {
            String keyword = line.word();
            switch (keyword) {
                case "v" -> vertex();
                case "f", "fo" -> face();
                default -> {
                    if (!SHAPELESS.contains(keyword)) {
                        leaveOut(keyword);
                    }
                }
            }
        }
        if (weld.triangles() == 0) {
            throw new UnreadableShape(
                    "The OBJ file holds no faces up to its end in line %d.".formatted(line.number()),
                    "Maybe nothing was selected when it was exported, or it holds curves only.");
        }
        Mesh mesh = weld.mesh();
        var remarks = new ArrayList<Finding>(lost.findings());
        leftOut.forEach((kind, count) ->
                remarks.add(Finding.of("left-out", Severity.REVIEW).with(Map.of("kind", kind, "count", count))));
        return new DesignFile("obj", null, UnitGuess.of(mesh.bounds()), mesh, remarks);
    }

    private void leaveOut(String keyword) throws UnreadableShape {
        boolean plain = keyword.length() <= 20 && keyword.chars().allMatch(c -> c == '_' || Character.isLetter(c));
        if (!plain || (strictness == Strictness.STRICT && !FreeForm.KEYWORDS.contains(keyword))) {
            throw new UnreadableShape(
                    "Line %d of the OBJ file begins with '%s', which OBJ does not know."
                            .formatted(line.number(), keyword.length() > 40 ? keyword.substring(0, 40) : keyword),
                    "Maybe this is another kind of file: export the part as OBJ, STL or 3MF.");
        }
        if (leftOut.size() < 20 || leftOut.containsKey(keyword)) {
            leftOut.merge(keyword, 1, Integer::sum);
        }
    }

    private void vertex() throws UnreadableShape {
        if (numbers / 3 >= 3L * limits.triangles()) {
            throw new UnreadableShape(
                    "The OBJ file has more than %d vertices, in line %d."
                            .formatted(3L * limits.triangles(), line.number()),
                    "Maybe export with a coarser tolerance, for instance 0.05 mm.");
        }
        if (numbers + 3 > coordinates.length) {
            coordinates = Arrays.copyOf(coordinates, coordinates.length * 2);
        }
        for (int axis = 0; axis < 3; axis++) {
            String word = line.word();
            double value = Numbers.parse(word);
            boolean place = Double.isFinite(value) && Math.abs(value) <= Float.MAX_VALUE;
            if (!place && (strictness == Strictness.STRICT || !Numbers.isWrittenAsNone(word))) {
                throw new UnreadableShape(
                        "Vertex %d of the OBJ file, line %d, has the coordinate '%s'; that is no place."
                                .formatted(numbers / 3 + 1, line.number(), word),
                        EXPORT_AGAIN);
            }
            coordinates[numbers++] = place ? value : Double.NaN;
        }
    }

    private void face() throws UnreadableShape {
        int size = 0;
        while (line.hasWord()) {
            if (size == polygon.length) {
                polygon = Arrays.copyOf(polygon, 2 * size);
            }
            polygon[size++] = vertexNumber(line.word());
        }
        if (size < 3) {
            if (strictness == Strictness.STRICT) {
                throw new UnreadableShape(
                        "The face in line %d of the OBJ file has %d corners.".formatted(line.number(), size),
                        EXPORT_AGAIN);
            }
            leftOut.merge("face with %d corners".formatted(size), 1, Integer::sum);
            return;
        }
        if ((long) weld.triangles() + size - 2 > limits.triangles()) {
            throw new UnreadableShape(
                    "The OBJ file has more than %d triangles, in line %d.".formatted(limits.triangles(), line.number()),
                    "Maybe export with a coarser tolerance, for instance 0.05 mm.");
        }
        int[] triangles = cut.triangles(coordinates, polygon, size);
        for (int i = 0; i < triangles.length; i += 3) {
            for (int corner = 0; corner < 3; corner++) {
                System.arraycopy(coordinates, 3 * polygon[triangles[i + corner]], corners, 3 * corner, 3);
            }
            if (!lost.add(corners, weld.triangles() + 1)) {
                throw new UnreadableShape(
                        "The face in line %d of the OBJ file has no corner that is a place.".formatted(line.number()),
                        EXPORT_AGAIN);
            }
        }
    }

    /** From {@code 7/1/3}: the first number counts from 1, or backwards from the last vertex when negative. */
    private int vertexNumber(String word) throws UnreadableShape {
        int slash = word.indexOf('/');
        double written = Numbers.parse(slash < 0 ? word : word.substring(0, slash));
        int known = numbers / 3;
        double index = written < 0 ? known + written : written - 1;
        if (!(index >= 0 && index < known) || index != Math.rint(index)) {
            throw new UnreadableShape(
                    "The face in line %d of the OBJ file uses the vertex '%s', but there are %d vertices before it."
                            .formatted(line.number(), word.length() > 40 ? word.substring(0, 40) : word, known),
                    EXPORT_AGAIN);
        }
        return (int) index;
    }
}
