package org.millwright.geometry.reading.stl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.Severity;
import org.millwright.geometry.Strictness;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.mesh.Halves;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.reading.shape.FacetWeld;
import org.millwright.geometry.reading.shape.LostCorners;
import org.millwright.geometry.reading.shape.UnitGuess;
import org.millwright.geometry.reading.shape.VertexWeld;
import org.millwright.geometry.reading.source.ByteSource;

/**
 * Binary STL: 80 bytes of anything, the number of facets, then 50 bytes for each. Where the number disagrees with the
 * length of the file, whole facets up to its end are read; when fewer are there than announced, that is believed only of
 * a closed surface, since anything else was cut off. Facets of a large file that lie scattered are taken in an order in
 * which neighbours follow each other.
 */
public final class BinaryStl {
    public static final int HEADER_BYTES = 84;
    public static final int FACET_BYTES = 50;
    private static final String EXPORT_AGAIN =
            "Maybe the upload broke off: export the part again and upload the new file.";

    private final ByteSource source;
    private final Strictness strictness;
    private final List<Finding> remarks = new ArrayList<>();

    private BinaryStl(ByteSource source, Strictness strictness) {
        this.source = source;
        this.strictness = strictness;
    }

    public static DesignFile read(Path file, ReadLimits limits, Strictness strictness)
            throws IOException, UnreadableShape {
        long size = Files.size(file);
        try (var source = new ByteSource(file)) {
            ByteBuffer head = source.atLeast(HEADER_BYTES);
            if (head.remaining() < HEADER_BYTES) {
                throw new UnreadableShape(
                        "The STL file ends at byte %d, inside its 84-byte header.".formatted(size), EXPORT_AGAIN);
            }
            head.position(head.position() + 80);
            long announced = Integer.toUnsignedLong(head.getInt());
            var reader = new BinaryStl(source, strictness);
            int facets = reader.trustedCount(announced, size, limits);
            Mesh fast = Halves.worthwhile(facets) ? mapped(file, facets) : null;
            Mesh mesh = fast == null ? reader.facets(facets) : fast;
            if (announced > facets && MeshMeasures.of(mesh).openEdges() > 0) {
                throw new UnreadableShape(
                        "The STL file announces %d facets but its %d bytes hold only %d: facet %d, at byte %d, is cut off."
                                .formatted(
                                        announced,
                                        size,
                                        facets,
                                        facets + 1,
                                        HEADER_BYTES + (long) facets * FACET_BYTES),
                        EXPORT_AGAIN);
            }
            return new DesignFile("stl", null, UnitGuess.of(mesh.bounds()), mesh, reader.remarks);
        }
    }

    /** Null when a corner is no place: who reads slowly can say which. */
    private static @Nullable Mesh mapped(Path file, int facets) throws IOException {
        try (var bytes = new MappedFacets(file)) {
            float[] sorted = FacetOrder.find(bytes, facets);
            int middle = facets >>> 1;
            var first = new FacetWeld(middle);
            var second = new FacetWeld(facets - middle);
            var sound = new boolean[2];
            Halves.run(
                    () -> sound[0] =
                            sorted == null ? bytes.weld(0, middle, first) : FacetOrder.weld(sorted, 0, middle, first),
                    () -> sound[1] = sorted == null
                            ? bytes.weld(middle, facets, second)
                            : FacetOrder.weld(sorted, middle, facets, second));
            return sound[0] && sound[1] ? FacetWeld.joined(first, second) : null;
        }
    }

    private int trustedCount(long announced, long size, ReadLimits limits) throws UnreadableShape {
        long present = (size - HEADER_BYTES) / FACET_BYTES;
        long rest = (size - HEADER_BYTES) % FACET_BYTES;
        boolean otherThingsFollow = announced > 0 && announced < present && rest != 0;
        long count = otherThingsFollow ? announced : present;
        if (count == 0) {
            throw new UnreadableShape(
                    "The STL file holds no whole facet; it ends at byte %d.".formatted(size),
                    "Maybe nothing was selected when it was exported.");
        }
        if (count != announced || rest != 0) {
            if (strictness == Strictness.STRICT) {
                throw new UnreadableShape(
                        "The STL file announces %d facets at byte 80 but its %d bytes hold %d and %d bytes more."
                                .formatted(announced, size, present, rest),
                        EXPORT_AGAIN);
            }
            remarks.add(Finding.of("facet-count", Severity.REVIEW).with(Map.of("announced", announced, "read", count)));
        }
        if (count > limits.triangles()) {
            throw new UnreadableShape(
                    "The STL file has %d facets; at most %d are read.".formatted(count, limits.triangles()),
                    "Maybe export with a coarser tolerance, for instance 0.05 mm.");
        }
        return (int) count;
    }

    private Mesh facets(int facets) throws IOException, UnreadableShape {
        var weld = new VertexWeld(facets);
        var lost = new LostCorners(weld);
        var corners = new double[9];
        for (int facet = 1; facet <= facets; facet++) {
            ByteBuffer bytes = source.atLeast(FACET_BYTES);
            if (bytes.remaining() < FACET_BYTES) {
                throw new UnreadableShape(
                        "The STL file ends inside facet %d, at byte %d.".formatted(facet, source.position()),
                        EXPORT_AGAIN);
            }
            int start = bytes.position();
            boolean sound = true;
            for (int i = 0; i < 9; i++) {
                corners[i] = bytes.getFloat(start + 12 + 4 * i);
                sound &= Double.isFinite(corners[i]);
            }
            if (sound) {
                weld.corner(corners[0], corners[1], corners[2]);
                weld.corner(corners[3], corners[4], corners[5]);
                weld.corner(corners[6], corners[7], corners[8]);
            } else if (strictness == Strictness.STRICT || !lost.add(corners, facet)) {
                throw new UnreadableShape(
                        "Facet %d of the STL file, byte %d, has a corner that is no place: (%s, %s, %s), (%s, %s, %s), (%s, %s, %s)."
                                .formatted(
                                        facet,
                                        source.position(),
                                        corners[0],
                                        corners[1],
                                        corners[2],
                                        corners[3],
                                        corners[4],
                                        corners[5],
                                        corners[6],
                                        corners[7],
                                        corners[8]),
                        "Repair the part in the program it was drawn in and export it again.");
            }
            bytes.position(start + FACET_BYTES);
        }
        remarks.addAll(lost.findings());
        return weld.mesh();
    }
}
