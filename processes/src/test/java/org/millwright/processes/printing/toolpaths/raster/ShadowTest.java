package org.millwright.processes.printing.toolpaths.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.processes.Parts.box;
import static org.millwright.processes.Parts.tube;
import static org.millwright.processes.Parts.turned;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.geometry.outline.Regions;

class ShadowTest {
    @Test
    void aConvexPartHasItsHull() {
        assertThat(Shadow.of(box(30, 20, 10)).areaMm2()).isEqualTo(600);
    }

    @Test
    void aTubeKeepsItsHole() {
        Region shadow = Shadow.of(tube(20, 15, 6, 120));
        assertThat(shadow.holes()).hasSize(1);
        assertThat(shadow.areaMm2()).isCloseTo(Math.PI * (400 - 225), within(40.0));
    }

    @Test
    void anAngleLosesItsCorner() {
        Region shadow = Shadow.of(joined(moved(box(60, 10, 5), 0, 0), moved(box(10, 60, 8), 0, 0)));
        assertThat(shadow.areaMm2()).isBetween(1100.0, 1100.0 * 1.06);
    }

    @Test
    void aFunnelIsNarrowBelowAndWideAbove() {
        // A cone that stands on its tip, 40 mm wide and 20 mm high.
        Mesh cone = turned(96, 1, 0, 20, 20);
        Region whole = Shadow.of(cone);
        assertThat(Shadow.between(cone, 0, 5, whole).areaMm2()).isBetween(Math.PI * 25, Math.PI * 60);
        assertThat(Shadow.between(cone, 15, 20, whole).areaMm2()).isCloseTo(whole.areaMm2(), within(1.0));
    }

    @Test
    void theInsideOfATallBlockIsCoveredAtAnyHeight() {
        Mesh block = box(30, 20, 50);
        Region whole = Shadow.of(block);
        assertThat(Shadow.between(block, 20, 30, whole).areaMm2()).isCloseTo(600, within(1e-6));
    }

    @Test
    void everyTriangleLiesInTheShadow() {
        long seed = 20_261_122;
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 60; round++) {
            Mesh mesh = joined(
                    moved(box(1 + 80 * random.nextDouble(), 1 + 10 * random.nextDouble(), 3), 0, 0),
                    moved(box(1 + 10 * random.nextDouble(), 1 + 80 * random.nextDouble(), 4), 0, 0));
            Region shadow = Shadow.of(mesh);
            for (int k = 0; k < 200; k++) {
                int triangle = random.nextInt(mesh.triangleCount());
                double a = random.nextDouble(), b = random.nextDouble() * (1 - a), c = 1 - a - b;
                double x = 0, y = 0;
                double[] weights = {a, b, c};
                for (int corner = 0; corner < 3; corner++) {
                    x += weights[corner] * mesh.x(mesh.corner(triangle, corner));
                    y += weights[corner] * mesh.y(mesh.corner(triangle, corner));
                }
                // A hair inside, since points on the edge of the hull are neither in nor out.
                assertThat(Regions.contains(shadow, 1e-6 + x * (1 - 1e-6), 1e-6 + y * (1 - 1e-6)))
                        .as("seed %d, round %d, %s, %s", seed, round, x, y)
                        .isTrue();
            }
        }
    }

    private static Mesh moved(Mesh mesh, double x, double y) {
        var coordinates = new double[3 * mesh.vertexCount()];
        for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
            coordinates[3 * vertex] = mesh.x(vertex) + x;
            coordinates[3 * vertex + 1] = mesh.y(vertex) + y;
            coordinates[3 * vertex + 2] = mesh.z(vertex);
        }
        return new Mesh(coordinates, corners(mesh, 0));
    }

    private static int[] corners(Mesh mesh, int first) {
        var corners = new int[3 * mesh.triangleCount()];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = first + mesh.corner(i / 3, i % 3);
        }
        return corners;
    }

    private static Mesh joined(Mesh... meshes) {
        List<Double> coordinates = new ArrayList<>();
        List<Integer> corners = new ArrayList<>();
        for (Mesh mesh : meshes) {
            for (int corner : corners(mesh, coordinates.size() / 3)) {
                corners.add(corner);
            }
            for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
                coordinates.addAll(List.of(mesh.x(vertex), mesh.y(vertex), mesh.z(vertex)));
            }
        }
        return new Mesh(
                coordinates.stream().mapToDouble(Double::doubleValue).toArray(),
                corners.stream().mapToInt(Integer::intValue).toArray());
    }
}
