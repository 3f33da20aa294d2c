package org.millwright.processes.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.processes.Parts.alone;
import static org.millwright.processes.Parts.box;
import static org.millwright.processes.Parts.printer;
import static org.millwright.processes.Parts.tube;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Severity;
import org.millwright.processes.Build;
import org.millwright.processes.Processes;
import org.millwright.processes.Program;
import org.millwright.processes.ProgramReader;
import org.millwright.processes.ProgramReader.Move;
import org.millwright.processes.ProgramRefused;
import org.millwright.processes.Setup;

class FilamentPrintingTest {
    private static final double FILAMENT_MM2 = Math.PI * 1.75 * 1.75 / 4;

    private final FilamentPrinting printing = new FilamentPrinting();
    private final Setup setup = printer(Map.of());
    private final Mesh cube = box(20, 20, 10);

    @Test
    void isFoundByItsName() {
        assertThat(Processes.getProcess("printing")).isInstanceOf(FilamentPrinting.class);
    }

    @Test
    void aCubeHasNoRisks() {
        assertThat(printing.check(cube, setup)).allMatch(finding -> finding.severity() == Severity.GOOD);
    }

    @Test
    void anOpenMeshCannotBePrinted() {
        Mesh open =
                new Mesh(new double[] {0, 0, 0, 20, 0, 0, 0, 20, 0, 0, 0, 20}, new int[] {0, 2, 1, 0, 1, 3, 0, 3, 2});
        assertThat(printing.check(open, setup)).anyMatch(Finding::blocks);
    }

    @Test
    void aPartLargerThanThePlateCannotBePrinted() {
        assertThat(printing.check(box(300, 20, 10), setup))
                .filteredOn(Finding::blocks)
                .extracting(Finding::check)
                .containsExactly("too-large");
    }

    @Test
    void solidCubesUseTheirVolumeOfPlastic() throws ProgramRefused {
        Setup solid = printer(Map.of("infillPercent", 100.0));
        assertThat(pushedMm3(printing.program(alone(cube, 50, 50), solid))).isCloseTo(4000, within(0.03 * 4000));
        Mesh tube = tube(15, 9, 6, 120);
        double volume = Math.PI * (225 - 81) * 6;
        assertThat(pushedMm3(printing.program(alone(tube, 50, 50), solid))).isCloseTo(volume, within(0.03 * volume));
    }

    @Test
    void aVeryTallPlateTakesByHeightWhatALowOneTakes() {
        double low = massG(40) - massG(20);
        assertThat(massG(355) - massG(20)).isCloseTo(335.0 / 20 * low, within(0.03 * 335 / 20 * low));
    }

    private double massG(double heightMm) {
        return printing.estimate(box(355, 3.2, heightMm), setup).consumedMassG();
    }

    @Test
    void eachLayerOfASolidCubeHoldsItsShareOfPlastic() throws ProgramRefused {
        Program program = printing.program(alone(cube, 50, 50), printer(Map.of("infillPercent", 100.0)));
        var byHeight = new TreeMap<Double, Double>();
        for (Move move : ProgramReader.read(program.text())) {
            byHeight.merge(move.z(), Math.max(0, move.lengthMm() > 0 ? move.filamentMm() : 0), Double::sum);
        }
        byHeight.remove(0.0);
        byHeight.remove(20.0);
        assertThat(byHeight).hasSize(50);
        byHeight.values().forEach(mm -> assertThat(mm * FILAMENT_MM2).isCloseTo(80, within(0.04 * 80)));
    }

    @Test
    void looseInfillIsSparseBetweenClosedSkins() throws ProgramRefused {
        double solid = pushedMm3(printing.program(alone(cube, 50, 50), printer(Map.of("infillPercent", 100.0))));
        double loose = pushedMm3(printing.program(alone(cube, 50, 50), printer(Map.of("infillPercent", 15.0))));
        assertThat(loose).isBetween(0.3 * solid, 0.65 * solid);
    }

    @Test
    void drawsOnlyInsideThePartAndOnTheBed() throws ProgramRefused {
        Program program = printing.program(alone(cube, 50, 60), setup);
        for (Move move : ProgramReader.read(program.text())) {
            assertThat(move.toX()).isBetween(0.0, 250.0);
            assertThat(move.toY()).isBetween(0.0, 210.0);
            if (move.lengthMm() > 0 && move.filamentMm() > 0) {
                assertThat(move.toX()).isBetween(50.2, 69.8);
                assertThat(move.toY()).isBetween(60.2, 79.8);
            }
        }
    }

    @Test
    void theOutermostLineLeavesThePartItsSize() throws ProgramRefused {
        double left = ProgramReader.read(
                        printing.program(alone(cube, 50, 60), setup).text())
                .stream()
                .filter(move -> move.filamentMm() > 0 && move.lengthMm() > 0)
                .mapToDouble(Move::toX)
                .min()
                .orElseThrow();
        assertThat(left - 0.45 / 2).isCloseTo(50, within(0.005));
    }

    @Test
    void printsSeveralUnitsLayerByLayer() throws ProgramRefused {
        Build two = new Build(
                "two", List.of(new Build.Placed("a", cube, 0, 20, 20), new Build.Placed("b", cube, 90, 100, 20)));
        Program program = printing.program(two, setup);
        double one = pushedMm3(printing.program(alone(cube, 20, 20), setup));
        assertThat(pushedMm3(program)).isCloseTo(2 * one, within(0.01 * one));
        double height = 0;
        for (Move move : ProgramReader.read(program.text())) {
            assertThat(move.z()).isGreaterThanOrEqualTo(height);
            height = move.z();
        }
    }

    @Test
    void estimateAndProgramAgree() throws ProgramRefused {
        for (Mesh part : List.of(cube, tube(15, 9, 12, 64))) {
            var estimate = printing.estimate(part, setup);
            Program program = printing.program(alone(part, 60, 60), setup);
            double estimated = estimate.machineTime().plus(estimate.buildTime()).toMillis();
            assertThat((double) program.expectedTime().toMillis()).isCloseTo(estimated, within(0.05 * estimated));
            assertThat(program.massG()).isCloseTo(estimate.partMassG(), within(0.02 * estimate.partMassG()));
        }
    }

    @Test
    void slowsSmallLayersDown() throws ProgramRefused {
        Mesh pin = box(8, 8, 4);
        double hurried = seconds(printing.program(alone(pin, 50, 50), printer(Map.of("minLayerS", 0.0))));
        double careful = seconds(printing.program(alone(pin, 50, 50), printer(Map.of("minLayerS", 10.0))));
        assertThat(careful).isGreaterThan(1.2 * hurried);
    }

    @Test
    void relativeAndAbsoluteExtrusionPushTheSame() throws ProgramRefused {
        double absolute = pushedMm3(printing.program(alone(cube, 50, 50), setup));
        double relative = pushedMm3(printing.program(alone(cube, 50, 50), printer(Map.of("relativeExtrusion", 1.0))));
        assertThat(relative).isCloseTo(absolute, within(1e-6 * absolute));
    }

    @Test
    void aBrimHoldsThePartDown() throws ProgramRefused {
        Program program = printing.program(alone(cube, 50, 50), printer(Map.of("brimMm", 4.0)));
        double left = ProgramReader.read(program.text()).stream()
                .filter(move -> move.filamentMm() > 0 && move.lengthMm() > 0)
                .mapToDouble(Move::toX)
                .min()
                .orElseThrow();
        assertThat(left).isCloseTo(46.2, within(0.3));
    }

    @Test
    void speaksMarlinAndNamesBuildAndUnits() throws ProgramRefused {
        List<String> lines =
                printing.program(alone(cube, 50, 50), setup).text().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("; build test-build");
        assertThat(lines)
                .containsSubsequence(
                        "M140 S60",
                        "M104 S210",
                        "M190 S60",
                        "M109 S210",
                        "G28",
                        ";LAYER:0",
                        "M73 P0 R"
                                + (int) Math.ceil(printing.program(alone(cube, 50, 50), setup)
                                                .terms()
                                                .get("printingS")
                                        / 60))
                .contains(";TYPE:External perimeter", ";TYPE:Internal infill", ";LAYER:49", "M73 P100 R0")
                .endsWith("M104 S0", "M140 S0", "M84");
    }

    @Test
    void givesTheSameBytesAgain() throws ProgramRefused {
        Build build = alone(tube(12, 6, 5, 40), 60, 60);
        assertThat(printing.program(build, setup)).isEqualTo(new FilamentPrinting().program(build, setup));
    }

    @Test
    void refusesUnitsOutsideTheBed() {
        assertThatThrownBy(() -> printing.program(alone(cube, 240, 50), setup))
                .isInstanceOf(ProgramRefused.class)
                .hasMessageContaining("outside the bed");
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> printing.settings(printer(Map.of("layerMm", 200.0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layerMm")
                .hasMessageContaining("200");
    }

    @Test
    void measuresThinWalls() {
        assertThat(printing.check(box(40, 0.6, 15), setup))
                .filteredOn(finding -> finding.check().equals("thin-wall"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.valueMm()).isCloseTo(0.6, within(0.03)));
        assertThat(printing.check(box(40, 1.3, 15), setup))
                .noneMatch(finding -> finding.check().endsWith("-wall"));
    }

    @Test
    void warnsOfOverhangsBecauseThereAreNoSupports() {
        Mesh mushroom = new Mesh(
                new double[] {10, 10, 0, 0, 0, 10, 20, 0, 10, 20, 20, 10, 0, 20, 10},
                new int[] {0, 2, 1, 0, 3, 2, 0, 4, 3, 0, 1, 4, 1, 2, 3, 1, 3, 4});
        assertThat(printing.check(mushroom, printer(Map.of("overhangDeg", 40.0))))
                .extracting(Finding::check)
                .contains("overhang", "small-standing-area");
        assertThat(printing.check(mushroom, printer(Map.of("overhangDeg", 50.0))))
                .extracting(Finding::check)
                .doesNotContain("overhang");
    }

    @Test
    void theFactorysOwnTimesReplaceTheUsualOnes() {
        assertThat(printing.steps(printer(Map.of("prepareS", 300.0, "finishPerUnitS", 90.0))))
                .filteredOn(step -> step.name().equals("prepare") || step.name().equals("finish"))
                .extracting(
                        step -> step.fixed().toSeconds() + "+" + step.perUnit().toSeconds())
                .containsExactly("300+0", "60+90");
    }

    @Test
    void aHeaterThatCannotReachItsTemperatureIsNamed() {
        assertThatThrownBy(() -> printing.estimate(cube, printer(Map.of("bedRiseK", 30.0))))
                .hasMessageContaining("bedC")
                .hasMessageContaining("cannot be reached");
    }

    private static double pushedMm3(Program program) {
        return ProgramReader.read(program.text()).stream()
                        .filter(move -> move.lengthMm() > 0)
                        .mapToDouble(Move::filamentMm)
                        .sum()
                * FILAMENT_MM2;
    }

    private static double seconds(Program program) {
        return program.terms().get("printingS");
    }
}
