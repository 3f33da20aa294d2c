package org.millwright.geometry.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;

/** Binary STL: 80 bytes of anything, the number of facets, then 50 bytes for each. */
final class BinaryStl {
    static final int HEADER_BYTES = 84;
    static final int FACET_BYTES = 50;
    private static final String EXPORT_AGAIN =
            "Maybe the upload broke off: export the part again and upload the new file.";

    private BinaryStl() {}

    static Mesh read(Path file, ReadLimits limits) throws IOException, UnreadableShape {
        long size = Files.size(file);
        try (var source = new ByteSource(file)) {
            ByteBuffer head = source.atLeast(HEADER_BYTES);
            if (head.remaining() < HEADER_BYTES) {
                throw new UnreadableShape(
                        "The STL file ends after %d bytes, inside its 84-byte header.".formatted(size), EXPORT_AGAIN);
            }
            head.position(head.position() + 80);
            long facets = Integer.toUnsignedLong(head.getInt());
            checkCount(facets, size, limits);
            return facets(source, (int) facets);
        }
    }

    private static void checkCount(long facets, long size, ReadLimits limits) throws UnreadableShape {
        long present = (size - HEADER_BYTES) / FACET_BYTES;
        if (facets == 0 && present == 0) {
            throw new UnreadableShape(
                    "The STL file holds no facets.", "Maybe nothing was selected when it was exported.");
        }
        if (facets > present) {
            throw new UnreadableShape(
                    "The STL file announces %d facets but its %d bytes hold only %d: facet %d, at byte %d, is cut off."
                            .formatted(facets, size, present, present + 1, HEADER_BYTES + present * FACET_BYTES),
                    EXPORT_AGAIN);
        }
        if (facets < present) {
            throw new UnreadableShape(
                    "The STL file announces %d facets but holds %d.".formatted(facets, present),
                    "Maybe the program that wrote it stopped early: export the part again.");
        }
        if (facets > limits.triangles()) {
            throw new UnreadableShape(
                    "The STL file has %d facets; at most %d are read.".formatted(facets, limits.triangles()),
                    "Maybe export with a coarser tolerance, for instance 0.05 mm.");
        }
    }

    private static Mesh facets(ByteSource source, int facets) throws IOException, UnreadableShape {
        var weld = new VertexWeld(facets);
        for (int facet = 1; facet <= facets; facet++) {
            ByteBuffer bytes = source.atLeast(FACET_BYTES);
            if (bytes.remaining() < FACET_BYTES) {
                throw new UnreadableShape(
                        "The STL file ends inside facet %d, at byte %d.".formatted(facet, source.position()),
                        EXPORT_AGAIN);
            }
            int start = bytes.position();
            for (int corner = 0; corner < 3; corner++) {
                int at = start + 12 * (corner + 1);
                float x = bytes.getFloat(at);
                float y = bytes.getFloat(at + 4);
                float z = bytes.getFloat(at + 8);
                if (!(Float.isFinite(x) && Float.isFinite(y) && Float.isFinite(z))) {
                    throw new UnreadableShape(
                            "Facet %d of the STL file has a corner at (%s, %s, %s), byte %d; that is no place."
                                    .formatted(facet, x, y, z, source.position() + at - start),
                            "Repair the part in the program it was drawn in and export it again.");
                }
                weld.corner(x, y, z);
            }
            bytes.position(start + FACET_BYTES);
        }
        return weld.mesh();
    }
}
