package org.millwright.cli.application;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A ball of some thousand facets, so that starts are prepared for parts of the usual size. */
final class TrainingPart {
    private static final int RINGS = 72;
    private static final double RADIUS_MM = 20;
    private static final int HEADER_BYTES = 80;
    private static final int FACET_BYTES = 50;

    private TrainingPart() {}

    /** As a binary STL file; poles are rings of their own, so that every quad is two facets. */
    static byte[] binaryStl() {
        int facets = 2 * RINGS * 2 * RINGS - 4 * RINGS;
        ByteBuffer file =
                ByteBuffer.allocate(HEADER_BYTES + 4 + FACET_BYTES * facets).order(ByteOrder.LITTLE_ENDIAN);
        file.position(HEADER_BYTES).putInt(facets);
        for (int ring = 0; ring < RINGS; ring++) {
            for (int slice = 0; slice < 2 * RINGS; slice++) {
                if (ring > 0) {
                    facet(file, ring, slice, ring + 1, slice, ring, slice + 1);
                }
                if (ring < RINGS - 1) {
                    facet(file, ring, slice + 1, ring + 1, slice, ring + 1, slice + 1);
                }
            }
        }
        return file.array();
    }

    private static void facet(ByteBuffer file, int... ringsAndSlices) {
        file.putFloat(0).putFloat(0).putFloat(0);
        for (int corner = 0; corner < 6; corner += 2) {
            double polar = Math.PI * ringsAndSlices[corner] / RINGS;
            double around = Math.PI * (ringsAndSlices[corner + 1] % (2 * RINGS)) / RINGS;
            boolean pole = ringsAndSlices[corner] == 0 || ringsAndSlices[corner] == RINGS;
            double level = pole ? 0 : RADIUS_MM * Math.sin(polar);
            file.putFloat((float) (level * Math.cos(around)))
                    .putFloat((float) (level * Math.sin(around)))
                    .putFloat((float) (RADIUS_MM * Math.cos(polar)));
        }
        file.putShort((short) 0);
    }
}
