package org.millwright.geometry.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;

/** Text STL: any number of {@code solid ... endsolid} blocks, read as one mesh; stored normals are ignored. */
final class AsciiStl {
    private static final int LONGEST_WORD = 400;
    private static final String EXPORT_AGAIN = "Maybe the upload broke off: export the part again, best as binary STL.";

    private final ByteSource source;
    private final ReadLimits limits;
    private final VertexWeld weld = new VertexWeld(1000);
    private final byte[] word = new byte[LONGEST_WORD];
    private int length;
    private int line = 1;
    private boolean atLineEnd;

    private AsciiStl(ByteSource source, ReadLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    static Mesh read(Path file, ReadLimits limits) throws IOException, UnreadableShape {
        try (var source = new ByteSource(file)) {
            var reader = new AsciiStl(source, limits);
            reader.solids();
            if (reader.weld.triangles() == 0) {
                throw new UnreadableShape(
                        "The STL file holds no facets.", "Maybe nothing was selected when it was exported.");
            }
            return reader.weld.mesh();
        }
    }

    private void solids() throws IOException, UnreadableShape {
        boolean open = false;
        while (advance()) {
            if (!open && is("solid")) {
                skipLine();
                open = true;
            } else if (open && is("endsolid")) {
                skipLine();
                open = false;
            } else if (open && is("facet")) {
                facet();
            } else {
                throw unexpected(open ? "facet or endsolid" : "solid");
            }
        }
        if (open) {
            throw new UnreadableShape(
                    "The STL file ends in line %d without endsolid, after %d whole facets."
                            .formatted(line, weld.triangles()),
                    EXPORT_AGAIN);
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
            weld.corner(number(), number(), number());
        }
        expect("endloop");
        expect("endfacet");
    }

    private double number() throws IOException, UnreadableShape {
        need("a number");
        double value = Numbers.parse(word, length);
        if (!Double.isFinite(value) || Math.abs(value) > Float.MAX_VALUE) {
            throw new UnreadableShape(
                    "Facet %d of the STL file, line %d, has the coordinate '%s'; that is no place."
                            .formatted(weld.triangles() + 1, line, text()),
                    "Repair the part in the program it was drawn in and export it again.");
        }
        return value;
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
        while (c >= 0 && c <= ' ') {
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
