package org.millwright.geometry.reading.stl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.Severity;
import org.millwright.geometry.Strictness;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.reading.shape.LostCorners;
import org.millwright.geometry.reading.shape.UnitGuess;
import org.millwright.geometry.reading.shape.VertexWeld;
import org.millwright.geometry.reading.source.ByteSource;
import org.millwright.geometry.reading.source.Numbers;

/**
 * Text STL: any number of {@code solid ... endsolid} blocks, read as one mesh; stored normals are ignored. A last
 * {@code endsolid} may be missing when the surface is closed without more.
 */
public final class AsciiStl {
    private static final int LONGEST_WORD = 400;
    private static final String EXPORT_AGAIN = "Maybe the upload broke off: export the part again, best as binary STL.";

    private final ByteSource source;
    private final ReadLimits limits;
    private final Strictness strictness;
    private final VertexWeld weld = new VertexWeld(1000);
    private final LostCorners lost = new LostCorners(weld);
    private final double[] corners = new double[9];
    private final byte[] word = new byte[LONGEST_WORD];
    private int length;
    private int line = 1;
    private boolean atLineEnd;
    private boolean ended = true;

    private AsciiStl(ByteSource source, ReadLimits limits, Strictness strictness) {
        this.source = source;
        this.limits = limits;
        this.strictness = strictness;
    }

    public static DesignFile read(Path file, ReadLimits limits, Strictness strictness)
            throws IOException, UnreadableShape {
        try (var source = new ByteSource(file)) {
            return new AsciiStl(source, limits, strictness).read();
        }
    }

    private DesignFile read() throws IOException, UnreadableShape {
        solids();
        if (weld.triangles() == 0) {
            throw new UnreadableShape(
                    "The STL file holds no facets up to its end in line %d.".formatted(line),
                    "Maybe nothing was selected when it was exported.");
        }
        Mesh mesh = weld.mesh();
        var remarks = new ArrayList<Finding>(lost.findings());
        if (!ended) {
            if (strictness == Strictness.STRICT || MeshMeasures.of(mesh).openEdges() > 0) {
                throw new UnreadableShape(
                        "The STL file ends in line %d without endsolid, after %d whole facets."
                                .formatted(line, weld.triangles()),
                        EXPORT_AGAIN);
            }
            remarks.add(Finding.of("no-endsolid", Severity.REVIEW).with(Map.of("line", line)));
        }
        return new DesignFile("stl", null, UnitGuess.of(mesh.bounds()), mesh, List.copyOf(remarks));
    }

    private void solids() throws IOException, UnreadableShape {
        ended = true;
        while (advance()) {
            if (ended && is("solid")) {
                skipLine();
                ended = false;
            } else if (!ended && is("endsolid")) {
                skipLine();
                ended = true;
            } else if (!ended && is("facet")) {
                facet();
            } else {
                throw unexpected(ended ? "solid" : "facet or endsolid");
            }
        }
    }

    private void facet() throws IOException, UnreadableShape {
        if (weld.triangles() == limits.triangles()) {
            throw new UnreadableShape(
                    "The STL file has more than %d facets.".formatted(limits.triangles()),
                    "Maybe export with a coarser tolerance, for instance 0.05 mm.");
        }
        expect("normal");
        for (int i = 0; i < 3; i++) {
            need("a number");
        }
        expect("outer");
        expect("loop");
        for (int i = 0; i < 3; i++) {
            expect("vertex");
            corners[3 * i] = number();
            corners[3 * i + 1] = number();
            corners[3 * i + 2] = number();
        }
        expect("endloop");
        expect("endfacet");
        if (!lost.add(corners, weld.triangles() + 1)) {
            throw new UnreadableShape(
                    "Facet %d of the STL file, up to line %d, has no corner that is a place."
                            .formatted(weld.triangles() + 1, line),
                    "Repair the part in the program it was drawn in and export it again.");
        }
    }

    private double number() throws IOException, UnreadableShape {
        need("a number");
        double value = Numbers.parse(word, length);
        boolean written = Double.isFinite(value) && Math.abs(value) <= Float.MAX_VALUE;
        if (!written && (strictness == Strictness.STRICT || !Numbers.isWrittenAsNone(text()))) {
            throw new UnreadableShape(
                    "Facet %d of the STL file, line %d, has the coordinate '%s'; that is no place."
                            .formatted(weld.triangles() + 1, line, text()),
                    "Repair the part in the program it was drawn in and export it again.");
        }
        return written ? value : Double.NaN;
    }

    private void expect(String expected) throws IOException, UnreadableShape {
        need(expected);
        if (!is(expected)) {
            throw unexpected(expected);
        }
    }

    private void need(String what) throws IOException, UnreadableShape {
        if (!advance()) {
            throw new UnreadableShape(
                    "The STL file ends in line %d inside facet %d, where %s should follow."
                            .formatted(line, weld.triangles() + 1, what),
                    EXPORT_AGAIN);
        }
    }

    private UnreadableShape unexpected(String expected) {
        return new UnreadableShape(
                "Line %d of the STL file has '%s' where %s should be (facet %d)."
                        .formatted(line, text(), expected, weld.triangles() + 1),
                "Repair the part in the program it was drawn in and export it again, best as binary STL.");
    }

    private boolean advance() throws IOException, UnreadableShape {
        int c = source.next();
        // A byte order mark may stand before the first word.
        while (c >= 0 && (c <= ' ' || c == 0xEF || c == 0xBB || c == 0xBF)) {
            if (c == '\n') {
                line++;
            }
            c = source.next();
        }
        length = 0;
        while (c > ' ') {
            if (length == LONGEST_WORD) {
                throw unexpected("a word or number");
            }
            word[length++] = (byte) c;
            c = source.next();
        }
        atLineEnd = c == '\n';
        if (atLineEnd) {
            line++;
        }
        return length > 0;
    }

    private void skipLine() throws IOException {
        int c = atLineEnd ? '\n' : source.next();
        while (c >= 0 && c != '\n') {
            c = source.next();
        }
        if (!atLineEnd) {
            line++;
        }
    }

    private boolean is(String expected) {
        if (length != expected.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if ((word[i] | 0x20) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String text() {
        return new String(word, 0, Math.min(length, 40), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}
