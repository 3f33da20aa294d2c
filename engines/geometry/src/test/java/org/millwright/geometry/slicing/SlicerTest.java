package org.millwright.geometry.slicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.geometry.Solids.box;
import static org.millwright.geometry.Solids.cylinder;
import static org.millwright.geometry.Solids.insideOut;
import static org.millwright.geometry.Solids.shuffled;
import static org.millwright.geometry.Solids.together;
import static org.millwright.geometry.Uploads.model;
import static org.millwright.geometry.Uploads.read;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.geometry.UnreadableShape;

class SlicerTest {
    @Test
    void boxShowsItsRectangleWithFourCorners() {
        List<Region> section = Slicer.at(box(1, 2, 3, 30, 20, 10), 7.5);
        assertThat(section).singleElement().satisfies(region -> {
            assertThat(region.outer().size()).isEqualTo(4);
            assertThat(region.areaMm2()).isCloseTo(600, within(1e-9));
        });
    }

    @Test
    void verticesInThePlaneCountAsAbove() {
        Mesh box = box(0, 0, 0, 10, 10, 10);
        assertThat(area(Slicer.at(box, 0))).isZero();
        assertThat(area(Slicer.at(box, 10))).isCloseTo(100, within(1e-9));
        assertThat(area(Slicer.at(box, 10.001))).isZero();
        // A step exactly at the plane: the section just below it counts.
        Mesh step = together(box(0, 0, 0, 10, 10, 5), box(2, 2, 5, 6, 6, 5));
        assertThat(area(Slicer.at(step, 5))).isCloseTo(100, within(1e-9));
    }

    @Test
    void cavitiesAreHolesAndIslandsInThemStandAlone() {
        Mesh nested = together(box(0, 0, 0, 20, 20, 20), insideOut(box(2, 2, 2, 16, 16, 16)), box(8, 8, 8, 4, 4, 4));
        List<Region> section = Slicer.at(nested, 10);
        assertThat(section).hasSize(2);
        assertThat(area(section)).isCloseTo(400 - 256 + 16, within(1e-9));
    }

    @Test
    void overlappingAndEnclosedShellsUnite() {
        Mesh overlap = together(box(0, 0, 0, 10, 10, 10), box(5, 5, 0, 10, 10, 10), box(1, 1, 1, 2, 2, 5));
        List<Region> section = Slicer.at(overlap, 4);
        assertThat(section).hasSize(1);
        assertThat(area(section)).isCloseTo(175, within(1e-6));
    }

    @Test
    void bodiesThatShareAFaceUnite() {
        List<Region> section = Slicer.at(together(box(0, 0, 0, 10, 10, 10), box(10, 0, 0, 10, 10, 10)), 5);
        assertThat(section).hasSize(1);
        assertThat(area(section)).isCloseTo(200, within(1e-6));
    }

    @Test
    void insideOutMeshIsReadTheOtherWayRound() {
        assertThat(area(Slicer.at(insideOut(box(0, 0, 0, 10, 10, 10)), 5))).isCloseTo(100, within(1e-9));
    }

    @Test
    void brokenMeshesStillGiveNearlyTheirVolume() throws UnreadableShape {
        assertThat(slicedVolume("own-dfm_tslot.stl")).isCloseTo(25_600, within(1e-3));
        assertThat(slicedVolume("own-tslot-inverted.stl")).isCloseTo(25_600, within(1e-3));
        assertThat(slicedVolume("own-tslot-mixed_orientation.stl")).isCloseTo(25_600, within(300.0));
        assertThat(slicedVolume("own-tslot-dupfaces.stl")).isCloseTo(25_600, within(300.0));
        assertThat(slicedVolume("own-tslot-cracked_2e-4.stl")).isCloseTo(25_600, within(150.0));
        assertThat(slicedVolume("own-tslot-holes4.stl")).isCloseTo(25_600, within(400.0));
    }

    @Test
    void looseTrianglesGiveTheWholeOutlineHoweverSmallTheyAre() {
        for (Mesh whole : List.of(box(0, 0, 0, 1.3, 0.4, 1), cylinder(0.3, 1, 48), cylinder(5, 1, 700))) {
            double expected = area(Slicer.at(whole, 0.5));
            assertThat(area(Slicer.at(loose(whole), 0.5))).isCloseTo(expected, within(1e-6));
        }
    }

    /** Every triangle with corners of its own. */
    private static Mesh loose(Mesh mesh) {
        var xyz = new double[9 * mesh.triangleCount()];
        var corners = new int[3 * mesh.triangleCount()];
        for (int i = 0; i < corners.length; i++) {
            int corner = mesh.corner(i / 3, i % 3);
            corners[i] = i;
            xyz[3 * i] = mesh.x(corner);
            xyz[3 * i + 1] = mesh.y(corner);
            xyz[3 * i + 2] = mesh.z(corner);
        }
        return new Mesh(xyz, corners);
    }

    @Test
    void layersMayComeInAnyOrderAndTrianglesToo() {
        Mesh mesh = together(cylinder(10, 30, 24), box(-20, -2, 10, 40, 4, 4));
        double[] heights = {25, 1, 12, 29.9, 12};
        List<List<Region>> layers = Slicer.layers(mesh, heights);
        for (int i = 0; i < heights.length; i++) {
            assertThat(area(layers.get(i))).isCloseTo(area(Slicer.at(shuffled(mesh, i), heights[i])), within(1e-9));
        }
        assertThat(area(layers.get(2))).isEqualTo(area(layers.get(4)));
    }

    @Test
    void unionOfRandomBoxesHasTheAreaThatCountingSaysItHas() {
        for (long seed = 0; seed < 60; seed++) {
            var random = new SplittableRandom(seed);
            var boxes = new Mesh[2 + random.nextInt(6)];
            var covered = new boolean[20][20];
            for (int i = 0; i < boxes.length; i++) {
                int x = random.nextInt(14),
                        y = random.nextInt(14),
                        dx = 1 + random.nextInt(6),
                        dy = 1 + random.nextInt(6);
                boxes[i] = box(x, y, 0, dx, dy, 5);
                for (int cx = x; cx < x + dx; cx++) {
                    for (int cy = y; cy < y + dy; cy++) {
                        covered[cx][cy] = true;
                    }
                }
            }
            int count = 0;
            for (boolean[] row : covered) {
                for (boolean cell : row) {
                    count += cell ? 1 : 0;
                }
            }
            assertThat(area(Slicer.at(together(boxes), 2.5)))
                    .as("seed %d", seed)
                    .isCloseTo(count, within(1e-6));
        }
    }

    private static double slicedVolume(String name) throws UnreadableShape {
        var mesh = (Mesh) read(model(name), name).shape();
        int count = 200;
        double step = 20.0 / count;
        var heights = new double[count];
        for (int i = 0; i < count; i++) {
            heights[i] = mesh.bounds().min().z() + (i + 0.5) * step;
        }
        return Slicer.layers(mesh, heights).stream()
                .mapToDouble(layer -> area(layer) * step)
                .sum();
    }

    private static double area(List<Region> regions) {
        return regions.stream().mapToDouble(Region::areaMm2).sum();
    }
}
