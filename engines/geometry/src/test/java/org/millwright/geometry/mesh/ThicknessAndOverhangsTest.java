package org.millwright.geometry.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.geometry.Solids.box;
import static org.millwright.geometry.Solids.cylinder;
import static org.millwright.geometry.Solids.insideOut;
import static org.millwright.geometry.Solids.together;
import static org.millwright.geometry.Uploads.model;
import static org.millwright.geometry.Uploads.read;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.UnreadableShape;

class ThicknessAndOverhangsTest {
    @Test
    void thinnestPlateOfTheWallCouponIsFound() throws UnreadableShape {
        WallThickness walls = WallThickness.sample(file("own-dfm_walls.stl"), 5000, 1);
        assertThat(walls.thinnestMm()).isCloseTo(0.4, within(1e-3));
        assertThat(walls.onePercentMm()).isCloseTo(0.4, within(1e-3));
        assertThat(walls.thinnestAt().z()).isGreaterThan(2);
    }

    @Test
    void thicknessOfABoxIsTheWayToItsOtherSide() {
        WallThickness box = WallThickness.sample(box(0, 0, 0, 30, 20, 2), 2000, 7);
        assertThat(box.fivePercentMm()).isCloseTo(2, within(1e-9));
        assertThat(WallThickness.sample(insideOut(box(0, 0, 0, 30, 20, 2)), 2000, 7)
                        .fivePercentMm())
                .isCloseTo(2, within(1e-9));
    }

    @Test
    void cavityMakesAWall() {
        Mesh hollow = together(box(0, 0, 0, 20, 20, 20), insideOut(box(1, 2, 2, 16, 16, 16)));
        assertThat(WallThickness.sample(hollow, 4000, 3).thinnestMm()).isCloseTo(1, within(1e-9));
    }

    @Test
    void everyFacetOfAPlateIsAsThickAsThePlate() {
        double[] plate = WallThickness.perFacet(box(0, 0, 0, 30, 20, 2));
        assertThat(plate).hasSize(12);
        assertThat(Arrays.copyOf(plate, 4)).containsOnly(new double[] {2, 2, 2, 2}, within(1e-9));
        double[] rod = WallThickness.perFacet(cylinder(5, 40, 90));
        assertThat(Arrays.stream(rod).min().orElseThrow()).isCloseTo(10, within(0.1));
        assertThat(Arrays.stream(rod).max().orElseThrow()).isCloseTo(40, within(1e-9));
    }

    @Test
    void equalSeedsMeasureEqualPlaces() {
        Mesh mesh = cylinder(10, 5, 60);
        assertThat(WallThickness.sample(mesh, 500, 9)).isEqualTo(WallThickness.sample(mesh, 500, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> WallThickness.sample(mesh, 0, 9));
    }

    @Test
    void overhangsOfTheCouponsAgreeWithIndependentlyComputedAreas() throws UnreadableShape {
        assertThat(Overhangs.of(file("own-dfm_overhang.stl"), 45).areaMm2()).isCloseTo(1218.299151, within(1e-4));
        assertThat(Overhangs.of(file("own-dfm_bridges.stl"), 45).areaMm2()).isCloseTo(600, within(1e-4));
        assertThat(Overhangs.of(file("own-dfm_tslot.stl"), 45).areaMm2()).isCloseTo(320, within(1e-4));
        assertThat(Overhangs.of(file("own-dfm_walls.stl"), 45).areaMm2()).isZero();
    }

    @Test
    void largestOverhangIsShown() {
        Mesh table = together(box(0, 0, 0, 10, 10, 20), box(20, 0, 5, 30, 10, 5), box(60, 0, 5, 4, 4, 5));
        Overhangs overhangs = Overhangs.of(table, 45);
        assertThat(overhangs.areaMm2()).isCloseTo(316, within(1e-9));
        assertThat(overhangs.largestAreaMm2()).isCloseTo(300, within(1e-9));
        assertThat(overhangs.largestAt().x()).isBetween(20.0, 50.0);
        assertThat(overhangs.largestAt().z()).isEqualTo(5);
    }

    private static Mesh file(String name) throws UnreadableShape {
        return (Mesh) read(model(name), name).shape();
    }
}
