package org.millwright.factory.catalog.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.catalog.InvalidOptions;
import org.millwright.factory.catalog.Violation;
import org.millwright.factory.catalog.solid.Drawing;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Finding;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Point;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.Region;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.outline.Regions;
import org.millwright.geometry.reading.DesignReader;

class BoxPanelsTest {
    private static final long SEED = 20261122;

    @Test
    void panelsFillTheWallsOfTheBoxExactly() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 200; i++) {
            BoxOptions box = random(random);
            double walls = box.widthMm() * box.depthMm() * box.heightMm() - box.roomMm3();
            double panels = BoxPanels.of(box).stream()
                            .mapToDouble(panel -> panel.shape().areaMm2())
                            .sum()
                    * box.thicknessMm();
            assertThat(panels).as("seed %d: %s", SEED, box).isCloseTo(walls, within(1e-9 * walls));
        }
    }

    @Test
    void noPlaceOfTheWallsBelongsToTwoPanelsOrToNone() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 30; i++) {
            BoxOptions box = random(random);
            List<Panel> panels = BoxPanels.of(box);
            for (int k = 0; k < 400; k++) {
                Point place = new Point(
                        random.nextDouble() * box.widthMm(),
                        random.nextDouble() * box.depthMm(),
                        random.nextDouble() * box.heightMm());
                long owners = panels.stream()
                        .filter(panel -> holds(panel, box, place))
                        .count();
                assertThat(owners).as("seed %d: %s at %s", SEED, box, place).isEqualTo(inWall(box, place) ? 1 : 0);
            }
        }
    }

    @Test
    void everyPanelIsAClosedSolidAndTheBoxIsAsLargeAsAsked() {
        var box = new BoxOptions(120, 80, 60, 3, 10, true);
        for (Panel panel : BoxPanels.of(box)) {
            MeshMeasures measures = MeshMeasures.of(panel.solid(3));
            assertThat(measures.watertight()).as(panel.name()).isTrue();
            assertThat(measures.volumeMm3())
                    .as(panel.name())
                    .isCloseTo(3 * panel.shape().areaMm2(), within(1e-6));
        }
        Bounds all = BoxPanels.assembled(box).bounds();
        assertThat(List.of(all.sizeX(), all.sizeY(), all.sizeZ())).containsExactly(120.0, 80.0, 60.0);
    }

    @Test
    void panelsLieApartOnTheSheetAndReadBackAsTheyWereDrawn(@TempDir Path folder) throws Exception {
        List<Region> flat = BoxPanels.flat(new BoxOptions(120, 80, 60, 3, 10, true));
        for (Region one : flat) {
            for (Region other : flat) {
                assertThat(one == other
                                || Regions.intersection(List.of(one), List.of(other))
                                        .isEmpty())
                        .isTrue();
            }
        }
        Path path = Files.writeString(folder.resolve("box.dxf"), Drawing.dxf(flat), StandardCharsets.UTF_8);
        var read = DesignReader.read(path, "box.dxf", ReadLimits.USUAL);
        assertThat(read.declaredUnit()).isEqualTo(LengthUnit.MILLIMETRE);
        Outline outline = (Outline) read.shape();
        assertThat(outline.regions()).hasSize(6);
        assertThat(outline.regions().stream().mapToDouble(Region::areaMm2).sum())
                .isCloseTo(flat.stream().mapToDouble(Region::areaMm2).sum(), within(1e-3));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(violations(1, 2, 9999, 0, 0))
                .extracting(Violation::field)
                .containsExactly("widthMm", "depthMm", "heightMm", "thicknessMm", "fingerMm");
        assertThat(violations(40, 40, 40, 3, 30)).extracting(Violation::rule).containsExactly("finger-wide");
    }

    @Test
    void slimFingersAndBoxesLargerThanTheSheetAreFound() {
        assertThat(BoxFindings.of(new BoxOptions(120, 80, 60, 3, 10, true), 0.2, 800, 500))
                .isEmpty();
        assertThat(BoxFindings.of(new BoxOptions(120, 80, 60, 6, 4, true), 0.2, 800, 500))
                .extracting(Finding::check)
                .containsExactly("finger-slim");
        assertThat(BoxFindings.of(new BoxOptions(500, 400, 300, 3, 20, true), 0.2, 800, 500))
                .extracting(Finding::check)
                .contains("box-too-large");
    }

    private static boolean holds(Panel panel, BoxOptions box, Point place) {
        Mesh solid = panel.solid(box.thicknessMm());
        Bounds bounds = solid.bounds();
        if (!between(place.x(), bounds.min().x(), bounds.max().x())
                || !between(place.y(), bounds.min().y(), bounds.max().y())
                || !between(place.z(), bounds.min().z(), bounds.max().z())) {
            return false;
        }
        double[] flat = switch (panel.name()) {
            case "bottom", "top" -> new double[] {place.x(), place.y()};
            case "front", "back" -> new double[] {place.x(), place.z()};
            default -> new double[] {place.y(), place.z()};
        };
        return Regions.contains(panel.shape(), flat[0], flat[1]);
    }

    private static boolean between(double value, double low, double high) {
        return value >= low && value <= high;
    }

    private static boolean inWall(BoxOptions box, Point place) {
        double t = box.thicknessMm();
        return place.x() < t
                || place.x() > box.widthMm() - t
                || place.y() < t
                || place.y() > box.depthMm() - t
                || place.z() < t
                || box.lid() && place.z() > box.heightMm() - t;
    }

    private static BoxOptions random(SplittableRandom random) {
        double thickness = random.nextDouble(1, 8);
        return new BoxOptions(
                random.nextDouble(60, 400),
                random.nextDouble(60, 400),
                random.nextDouble(60, 300),
                thickness,
                random.nextDouble(4, 14),
                random.nextBoolean());
    }

    private static List<Violation> violations(double w, double d, double h, double t, double finger) {
        try {
            new BoxOptions(w, d, h, t, finger, true);
            return List.of();
        } catch (InvalidOptions refused) {
            return refused.violations();
        }
    }
}
