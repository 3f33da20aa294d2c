package org.millwright.geometry.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.geometry.Uploads.binaryStl;
import static org.millwright.geometry.Uploads.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Solids;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.mesh.MeshMeasures;

/** Large files whose facets lie scattered are read in another order; what is measured must not show it. */
class ScatteredFacetsTest {
    private static final int SIDES = 6_000;

    @Test
    void scatteredFileMeasuresAsTheOrderedOne() throws UnreadableShape {
        Mesh ordered = (Mesh)
                read(binaryStl(Solids.cylinder(40, 5, SIDES)), "in-order.stl").shape();
        Mesh scattered = (Mesh) read(shuffled(binaryStl(Solids.cylinder(40, 5, SIDES)), 7), "scattered.stl")
                .shape();
        MeshMeasures expected = MeshMeasures.of(ordered), measured = MeshMeasures.of(scattered);
        assertThat(measured.volumeMm3()).isEqualTo(expected.volumeMm3());
        assertThat(measured.areaMm2()).isEqualTo(expected.areaMm2());
        assertThat(measured.centreOfMass()).isEqualTo(expected.centreOfMass());
        assertThat(measured.vertices()).isEqualTo(expected.vertices());
        assertThat(measured.triangles()).isEqualTo(4 * SIDES);
        assertThat(measured.watertight()).isTrue();
        assertThat(measured.shells()).isEqualTo(1);
        assertThat(measured.genus()).isZero();
    }

    @Test
    void scatteredFileWithACornerThatIsNoPlaceIsReadSlowlyAndNamesIt() throws UnreadableShape {
        byte[] bytes = shuffled(binaryStl(Solids.cylinder(40, 5, SIDES)), 7);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(84 + 50 * 77 + 12, Float.NaN);
        assertThat(read(bytes, "lost.stl").remarks()).isNotEmpty();
    }

    private static byte[] shuffled(byte[] stl, long seed) {
        var random = new SplittableRandom(seed);
        int facets = (stl.length - 84) / 50;
        byte[] bytes = stl.clone();
        var held = new byte[50];
        for (int i = facets - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            System.arraycopy(bytes, 84 + 50 * i, held, 0, 50);
            System.arraycopy(bytes, 84 + 50 * j, bytes, 84 + 50 * i, 50);
            System.arraycopy(held, 0, bytes, 84 + 50 * j, 50);
        }
        return bytes;
    }
}
