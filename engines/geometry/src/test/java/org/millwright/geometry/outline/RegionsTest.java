package org.millwright.geometry.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.Solids;
import org.millwright.geometry.mesh.Silhouette;

class RegionsTest {
    private static final List<Region> SQUARE = List.of(rectangle(0, 0, 10, 10));

    @Test
    void growingRoundsOuterCornersAndShrinkingGivesTheSquareBack() {
        assertThat(area(Regions.grow(SQUARE, 2))).isCloseTo(100 + 80 + 4 * Math.PI, within(0.05));
        assertThat(area(Regions.grow(SQUARE, -2))).isCloseTo(36, within(1e-9));
        assertThat(Regions.grow(SQUARE, -6)).isEmpty();
        assertThat(Regions.grow(List.of(), 1)).isEmpty();
    }

    @Test
    void shrinkingWidensHoles() {
        List<Region> frame = Regions.difference(SQUARE, List.of(rectangle(4, 4, 2, 2)));
        assertThat(frame.getFirst().holes()).hasSize(1);
        assertThat(area(Regions.grow(frame, -1))).isCloseTo(64 - (4 + 8 + Math.PI), within(0.05));
    }

    @Test
    void setOperationsCountAreasRight() {
        List<Region> other = List.of(rectangle(5, 5, 10, 10));
        assertThat(area(Regions.union(SQUARE, other))).isCloseTo(175, within(1e-9));
        assertThat(area(Regions.difference(SQUARE, other))).isCloseTo(75, within(1e-9));
        assertThat(area(Regions.intersection(SQUARE, other))).isCloseTo(25, within(1e-9));
        assertThat(area(Regions.union(List.of(rectangle(0, 0, 4, 4), rectangle(2, 2, 4, 4)), List.of())))
                .isCloseTo(28, within(1e-9));
    }

    @Test
    void simplifyingDropsPointsButNotShape() {
        var xy = new double[2 * 400];
        for (int i = 0; i < 400; i++) {
            xy[2 * i] = 20 * Math.cos(i * Math.PI / 200);
            xy[2 * i + 1] = 20 * Math.sin(i * Math.PI / 200);
        }
        List<Region> simple = Regions.simplified(List.of(new Region(new Ring(xy), List.of())), 0.1);
        assertThat(simple.getFirst().outer().size()).isLessThan(60);
        assertThat(area(simple)).isCloseTo(400 * Math.PI, within(13.0));
    }

    @Test
    void placesInHolesAreOutside() {
        Region frame =
                Regions.difference(SQUARE, List.of(rectangle(4, 4, 2, 2))).getFirst();
        assertThat(Regions.contains(frame, 1, 1)).isTrue();
        assertThat(Regions.contains(frame, 5, 5)).isFalse();
        assertThat(Regions.contains(frame, 11, 5)).isFalse();
    }

    @Test
    void hatchingRunsToAndFroAndLeavesHolesOut() {
        Region frame =
                Regions.difference(SQUARE, List.of(rectangle(4, 4, 2, 2))).getFirst();
        double[] lines = Hatching.lines(List.of(frame), 2, 0, 1);
        // Lines at y = 1, 3, 5, 7, 9; the one at 5 is cut in two by the hole.
        assertThat(lines).hasSize(4 * 6);
        assertThat(lines).startsWith(0, 1, 10, 1, 10, 3, 0, 3, 0, 5, 4, 5, 6, 5, 10, 5, 10, 7);
    }

    @Test
    void hatchingCoversTheAreaAtAnyAngle() {
        for (double angle : new double[] {0, 30, 45, 90, 123.4, -60}) {
            double[] lines = Hatching.lines(SQUARE, 0.05, angle, 0.013);
            double length = 0;
            for (int i = 0; i < lines.length; i += 4) {
                length += Math.hypot(lines[i + 2] - lines[i], lines[i + 3] - lines[i + 1]);
            }
            assertThat(length * 0.05).as("angle %s", angle).isCloseTo(100, within(0.6));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Hatching.lines(SQUARE, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Hatching.lines(SQUARE, 1e-9, 0, 0));
    }

    @Test
    void silhouetteIsTheHullSeenFromAbove() {
        Mesh mesh = Solids.together(Solids.box(0, 0, 0, 10, 10, 1), Solids.box(2, 2, 5, 20, 3, 1));
        Region hull = Silhouette.convex(mesh);
        assertThat(hull.outer().size()).isEqualTo(6);
        assertThat(Regions.contains(hull, 15, 4)).isTrue();
        assertThat(Regions.contains(hull, 20, 9)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Silhouette.convex(new Mesh(new double[] {0, 0, 0, 0, 0, 1, 0, 0, 2}, new int[] {0, 1, 2})));
    }

    static Region rectangle(double x, double y, double width, double height) {
        return new Region(new Ring(new double[] {x, y, x + width, y, x + width, y + height, x, y + height}), List.of());
    }

    private static double area(List<Region> regions) {
        return regions.stream().mapToDouble(Region::areaMm2).sum();
    }
}
