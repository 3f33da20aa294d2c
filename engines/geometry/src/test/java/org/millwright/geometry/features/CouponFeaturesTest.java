package org.millwright.geometry.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.geometry.Solids.box;
import static org.millwright.geometry.Solids.cylinder;
import static org.millwright.geometry.Solids.insideOut;
import static org.millwright.geometry.Solids.together;
import static org.millwright.geometry.Uploads.model;
import static org.millwright.geometry.Uploads.read;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.surface.Surface;
import org.millwright.geometry.surface.SurfaceTree;
import org.millwright.geometry.thickness.SurfaceSamples;

/** Parts that hold known features by construction. */
class CouponFeaturesTest {
    private static final Point UP = new Point(0, 0, 1);

    @Test
    void platesOfSixThicknessesAreToldApart() throws UnreadableShape {
        var part = part("own-dfm_walls.stl");
        Thickness thickness = Thickness.of(part, new SurfaceTree(part), new SurfaceSamples(part, 1500, 1), 3);
        assertThat(thickness.walls().stream()
                        .filter(wall -> wall.areaMm2() > 50)
                        .map(wall -> String.format(Locale.ROOT, "%.1f", wall.thicknessMm()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo("0.4 0.6 0.8 1.0 1.2 2.0");
    }

    @Test
    void throughHolesAreFoundWithDiameterAndDepth() throws UnreadableShape {
        assertThat(words("own-dfm_holes.stl"))
                .isEqualTo("hole 0.5x8 through, hole 1.0x8 through, hole 1.5x8 through, hole 2.0x8 through, "
                        + "hole 3.0x8 through, hole 5.0x8 through, hole 8.0x8 through");
    }

    @Test
    void blindHolesAndPinsAreToldApart() {
        // A tube closed at its lower end: the inner cylinder stops short of the outer one's foot.
        Mesh cup = together(cylinder(10, 20, 64), insideOut(cylinder(4, 12, 64).moved(0, 0, 4)));
        var surface = new Surface(cup);
        assertThat(Cylinders.of(surface, new SurfaceTree(surface)))
                .extracting(c ->
                        String.format(Locale.ROOT, "%s %.1f %s", c.hollow() ? "hole" : "pin", c.diameterMm(), c.open()))
                .containsExactlyInAnyOrder("pin 20.0 false", "hole 8.0 false");
    }

    @Test
    void cornersOfPocketsHaveTheirRadius() throws UnreadableShape {
        var part = part("own-dfm_pockets.stl");
        List<Cylinder> cylinders = Cylinders.of(part, new SurfaceTree(part));
        assertThat(InnerCorner.along(part, cylinders, UP).stream()
                        .map(corner -> String.format(Locale.ROOT, "%.0f", corner.radiusMm()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo("0 0 0 0 1 1 1 1 2 2 2 2 3 3 3 3 6 6 6 6");
        assertThat(InnerCorner.along(part, cylinders, UP))
                .allSatisfy(corner -> assertThat(corner.depthMm()).isCloseTo(12, within(1e-3)));
    }

    @Test
    void anUndercutIsReachedFromTheSideOnly() throws UnreadableShape {
        var part = part("own-dfm_tslot.stl");
        Access access = Access.of(part, new SurfaceTree(part), new SurfaceSamples(part, 800, 1), List.of());
        assertThat(access.undercutAt()).isNotNull();
        assertThat(access.unreachableAt()).isNull();
        assertThat(access.setups())
                .anySatisfy(side -> assertThat(Math.abs(side.x())).isEqualTo(1));
        Surface plain = new Surface(box(0, 0, 0, 30, 20, 10));
        Access block = Access.of(plain, new SurfaceTree(plain), new SurfaceSamples(plain, 300, 1), List.of());
        assertThat(block.setups()).containsExactly(UP, new Point(0, 0, -1));
        assertThat(block.undercutShare()).isZero();
    }

    @Test
    void bridgesHaveTheirSpans() throws UnreadableShape {
        assertThat(Undersides.of(part("own-dfm_bridges.stl"), 45.5).stream()
                        .filter(Underside::bridges)
                        .map(bridge -> Math.round(bridge.spanMm()))
                        .sorted())
                .containsExactly(5L, 10L, 20L, 40L);
        assertThat(Undersides.of(part("own-dfm_tslot.stl"), 45.5)).hasSize(2).noneMatch(Underside::bridges);
    }

    @Test
    void armsSteeperThanTheLimitNeedNoSupport() throws UnreadableShape {
        assertThat(Undersides.of(part("own-dfm_overhang.stl"), 45.5).stream()
                        .map(underside -> Math.round(underside.leanDeg()))
                        .filter(lean -> lean < 89)
                        .distinct()
                        .sorted())
                .contains(50L, 60L, 75L)
                .doesNotContain(30L, 40L, 45L);
    }

    @Test
    void enclosedSpaceIsMeasuredAndVentedSpaceIsNone() throws UnreadableShape {
        Cavities trapped = Cavities.of(part("own-dfm_trapped.stl"));
        assertThat(trapped.count()).isEqualTo(1);
        assertThat(trapped.volumeMm3()).isCloseTo(4158.981, within(1e-2));
        assertThat(Cavities.of(part("own-dfm_vented.stl")).count()).isZero();
        assertThat(Cavities.of(new Surface(insideOut(box(0, 0, 0, 5, 5, 5)))).count())
                .isZero();
    }

    @Test
    void aTableIsLaidOnItsTop() {
        Mesh table = together(box(0, 0, 20, 40, 40, 5), box(18, 18, 0, 4, 4, 20.0));
        var surface = new Surface(table);
        var tree = new SurfaceTree(surface);
        Orientation best = Orientation.candidates(
                        surface, tree, new SurfaceSamples(surface, 400, 1), 45, Orientation.Weights.USUAL)
                .getFirst();
        assertThat(best.up().z()).isEqualTo(-1);
        assertThat(best.supportMm3()).isLessThan(200);
    }

    private static String words(String name) throws UnreadableShape {
        var part = part(name);
        return Cylinders.of(part, new SurfaceTree(part)).stream()
                .filter(cylinder -> cylinder.whole() && cylinder.along(0, 0, 1))
                .sorted((a, b) -> Double.compare(a.diameterMm(), b.diameterMm()))
                .map(cylinder -> String.format(
                        Locale.ROOT,
                        "%s %.1fx%.0f %s",
                        cylinder.hollow() ? "hole" : "pin",
                        cylinder.diameterMm(),
                        cylinder.depthMm(),
                        cylinder.open() ? "through" : "blind"))
                .collect(Collectors.joining(", "));
    }

    private static Surface part(String name) throws UnreadableShape {
        return new Surface((Mesh) read(model(name), name).shape());
    }
}
