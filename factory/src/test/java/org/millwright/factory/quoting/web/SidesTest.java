package org.millwright.factory.quoting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.millwright.factory.testing.Seeds;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;
import org.millwright.geometry.mesh.MeshMeasures;

class SidesTest {
    private static final double[] TETRAHEDRON = {0, 0, 0, 10, 0, 0, 0, 20, 0, 0, 0, 30};
    private static final int[] CORNERS = {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3};

    @Test
    void whatPointedThereAfterwardsPointsUp() {
        Mesh mesh = new Mesh(TETRAHEDRON, CORNERS);
        assertThat(Sides.turned(mesh, new Point(0, 0, 1)).bounds().sizeZ()).isCloseTo(30, within(1e-9));
        assertThat(Sides.turned(mesh, new Point(1, 0, 0)).bounds().sizeZ()).isCloseTo(10, within(1e-9));
        assertThat(Sides.turned(mesh, new Point(0, -1, 0)).bounds().sizeZ()).isCloseTo(20, within(1e-9));
        Mesh overhead = Sides.turned(mesh, new Point(0, 0, -1));
        assertThat(overhead.z(3)).isCloseTo(0, within(1e-9));
        assertThat(overhead.z(0)).isCloseTo(30, within(1e-9));
    }

    @Test
    void turningKeepsTheBodyAndStandsItOnTheBed() {
        Mesh mesh = new Mesh(TETRAHEDRON, CORNERS);
        Seeds.forEach(200, random -> {
            double x = random.nextDouble(-1, 1), y = random.nextDouble(-1, 1), z = random.nextDouble(-1, 1);
            double length = Math.sqrt(x * x + y * y + z * z);
            Mesh turned = Sides.turned(mesh, new Point(x / length, y / length, z / length));
            assertThat(MeshMeasures.of(turned).volumeMm3()).isCloseTo(1000, within(1e-6));
            assertThat(turned.bounds().min().z()).isCloseTo(0, within(1e-9));
        });
    }
}
