package org.millwright.geometry.reading.stl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Point;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.mesh.Halves;
import org.millwright.geometry.mesh.sums.FacetSums;

/**
 * What a binary STL file measures, straight from the file and without looking at how its facets hang together: the same
 * volume, area and centre of mass, to the last bit, that {@link org.millwright.geometry.mesh.MeshMeasures} finds.
 */
public record StlMeasures(int triangles, double volumeMm3, double areaMm2, Bounds bounds, Point centreOfMass) {
    /**
     * @throws UnreadableShape when the file is no whole binary STL file, or a corner is no place; read it in full to learn
     *     where
     */
    public static StlMeasures of(Path file) throws IOException, UnreadableShape {
        int facets = facets(file);
        try (var mapped = new MappedFacets(file)) {
            int middle = facets >>> 1;
            var boxes = new ArrayList<@Nullable Bounds>(Arrays.asList(null, null));
            Halves.run(() -> boxes.set(0, mapped.bounds(0, middle)), () -> boxes.set(1, mapped.bounds(middle, facets)));
            Bounds low = boxes.get(0);
            Bounds high = boxes.get(1);
            if (low == null || high == null) {
                throw new UnreadableShape(
                        "A corner in the %d facets of the STL file after byte 84 is no place.".formatted(facets),
                        "Read the file in full to learn which one.");
            }
            Bounds box = around(low, high);
            var sums = new FacetSums(box);
            var others = new FacetSums(box);
            Halves.run(() -> mapped.sum(0, middle, sums), () -> mapped.sum(middle, facets, others));
            sums.add(others);
            return new StlMeasures(facets, sums.volumeMm3(facets), sums.areaMm2(), box, sums.centreOfMass());
        }
    }

    private static int facets(Path file) throws IOException, UnreadableShape {
        try (FileChannel channel = FileChannel.open(file)) {
            var head = ByteBuffer.allocate(BinaryStl.HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            int got = 0;
            while (head.hasRemaining() && got >= 0) {
                got = channel.read(head);
            }
            long announced = head.hasRemaining() ? -1 : Integer.toUnsignedLong(head.getInt(80));
            if (announced <= 0
                    || announced > Integer.MAX_VALUE / 3
                    || channel.size() != BinaryStl.HEADER_BYTES + announced * BinaryStl.FACET_BYTES) {
                throw new UnreadableShape(
                        "The %d bytes of the file are no whole binary STL file.".formatted(channel.size()),
                        "Read the file in full to learn what is wrong.");
            }
            return (int) announced;
        }
    }

    private static Bounds around(Bounds one, Bounds other) {
        return new Bounds(
                new Point(
                        Math.min(one.min().x(), other.min().x()),
                        Math.min(one.min().y(), other.min().y()),
                        Math.min(one.min().z(), other.min().z())),
                new Point(
                        Math.max(one.max().x(), other.max().x()),
                        Math.max(one.max().y(), other.max().y()),
                        Math.max(one.max().z(), other.max().z())));
    }
}
