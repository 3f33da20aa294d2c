package org.millwright.geometry.reading.stl;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Point;
import org.millwright.geometry.mesh.sums.FacetSums;
import org.millwright.geometry.reading.shape.FacetWeld;

/** The facets of a binary STL file in memory mapped from the file, read by two threads at once. */
final class MappedFacets implements Closeable {
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Arena arena = Arena.ofShared();
    private final MemorySegment bytes;

    MappedFacets(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    /** A coordinate of the first corner of a facet. */
    float first(int facet, int axis) {
        return bytes.get(FLOAT, at(facet) + 4L * axis);
    }

    /** Copies the nine coordinates of a facet. */
    void copy(int facet, float[] coordinates, int to) {
        long at = at(facet);
        for (int i = 0; i < 9; i++) {
            coordinates[to + i] = bytes.get(FLOAT, at + 4L * i);
        }
    }

    /** Puts a range of facets into the weld; false when one of their corners is no place. */
    boolean weld(int from, int to, FacetWeld weld) {
        float sum = 0;
        for (int facet = from; facet < to; facet++) {
            long at = at(facet);
            for (int corner = 0; corner < 3; corner++, at += 12) {
                float x = bytes.get(FLOAT, at);
                float y = bytes.get(FLOAT, at + 4);
                float z = bytes.get(FLOAT, at + 8);
                // Zero times anything finite is zero, times anything else not a number.
                sum += 0f * x + 0f * y + 0f * z;
                weld.corner(x, y, z);
            }
        }
        return sum == 0;
    }

    /** The box around a range of facets; null when one of their corners is no place. */
    @Nullable
    Bounds bounds(int from, int to) {
        float lowX = Float.POSITIVE_INFINITY, lowY = lowX, lowZ = lowX;
        float highX = Float.NEGATIVE_INFINITY, highY = highX, highZ = highX;
        float sum = 0;
        for (int facet = from; facet < to; facet++) {
            long at = at(facet);
            for (int corner = 0; corner < 3; corner++, at += 12) {
                float x = bytes.get(FLOAT, at);
                float y = bytes.get(FLOAT, at + 4);
                float z = bytes.get(FLOAT, at + 8);
                sum += 0f * x + 0f * y + 0f * z;
                lowX = x < lowX ? x : lowX;
                lowY = y < lowY ? y : lowY;
                lowZ = z < lowZ ? z : lowZ;
                highX = x > highX ? x : highX;
                highY = y > highY ? y : highY;
                highZ = z > highZ ? z : highZ;
            }
        }
        return sum == 0 ? new Bounds(new Point(lowX, lowY, lowZ), new Point(highX, highY, highZ)) : null;
    }

    void sum(int from, int to, FacetSums sums) {
        for (int facet = from; facet < to; facet++) {
            long at = at(facet);
            sums.add(
                    bytes.get(FLOAT, at),
                    bytes.get(FLOAT, at + 4),
                    bytes.get(FLOAT, at + 8),
                    bytes.get(FLOAT, at + 12),
                    bytes.get(FLOAT, at + 16),
                    bytes.get(FLOAT, at + 20),
                    bytes.get(FLOAT, at + 24),
                    bytes.get(FLOAT, at + 28),
                    bytes.get(FLOAT, at + 32),
                    false);
        }
    }

    @Override
    public void close() {
        arena.close();
    }

    private static long at(int facet) {
        return BinaryStl.HEADER_BYTES + 12 + (long) facet * BinaryStl.FACET_BYTES;
    }
}
