package org.millwright.processes.cutting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.processes.Parts.alone;
import static org.millwright.processes.Parts.circle;
import static org.millwright.processes.Parts.laser;
import static org.millwright.processes.Parts.outline;
import static org.millwright.processes.Parts.rectangle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Point;
import org.millwright.geometry.Region;
import org.millwright.geometry.Severity;
import org.millwright.processes.Build;
import org.millwright.processes.Parts;
import org.millwright.processes.Processes;
import org.millwright.processes.Program;
import org.millwright.processes.ProgramReader;
import org.millwright.processes.ProgramReader.Move;
import org.millwright.processes.ProgramRefused;
import org.millwright.processes.Setup;

class SheetCuttingTest {
    private final SheetCutting cutting = new SheetCutting();
    private final Setup setup = laser(Map.of());
    private final Outline plate = outline(rectangle(0, 0, 60, 40), circle(15, 20, 5), circle(45, 20, 4));

    @Test
    void isFoundByItsName() {
        assertThat(Processes.getProcess("cutting")).isInstanceOf(SheetCutting.class);
    }

    @Test
    void aSoundPlateHasNoRisks() {
        assertThat(cutting.check(plate, setup)).allMatch(finding -> finding.severity() == Severity.GOOD);
    }

    @Test
    void namesEveryReasonAgainstAPlateAtOnce() {
        Outline bad = new Outline(
                List.of(new Region(rectangle(0, 0, 700, 40), List.of(circle(20, 20, 1.2), circle(40, 2, 1.6)))),
                List.of(new Outline.Chain(List.of(Point.flat(1, 1), Point.flat(2, 2)))));
        assertThat(cutting.check(bad, setup))
                .extracting(Finding::check)
                .contains("lines-not-closed")
                .contains("too-large", "small-hole", "thin-web");
    }

    @Test
    void measuresTheWebBetweenTwoHoles() {
        Outline part = outline(rectangle(0, 0, 60, 40), circle(20, 20, 5), circle(31.5, 20, 5));
        Finding web = cutting.check(part, setup).stream()
                .filter(finding -> finding.check().equals("thin-web"))
                .findFirst()
                .orElseThrow();
        assertThat(web.valueMm()).isCloseTo(1.5, within(0.1));
        assertThat(web.limitMm()).isEqualTo(3.0);
    }

    @Test
    void countsManySmallHolesAsOneFinding() {
        Outline sieve = outline(rectangle(0, 0, 60, 40), circle(10, 10, 1.2), circle(25, 10, 1.1), circle(40, 10, 1.2));
        assertThat(cutting.check(sieve, setup))
                .filteredOn(finding -> finding.check().equals("small-hole"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.arguments()).containsEntry("count", 3);
                    assertThat(finding.valueMm()).isCloseTo(2.2, within(0.05));
                });
    }

    @Test
    void cutsHolesBeforeOutlinesAndPartsInHolesBeforeTheHole() throws ProgramRefused {
        Outline ring = outline(rectangle(0, 0, 80, 80), circle(40, 40, 30));
        Outline disc = outline(circle(0, 0, 10), circle(0, 0, 3));
        Build build = new Build(
                "nested",
                List.of(new Build.Placed("ring", ring, 0, 20, 20), new Build.Placed("disc", disc, 0, 60, 60)));
        List<Double> radii = new ArrayList<>();
        for (List<Move> loop : loops(cutting.program(build, setup))) {
            radii.add(largestX(loop) - 60);
        }
        assertThat(radii.get(0)).isCloseTo(2.9, within(0.02));
        assertThat(radii.get(1)).isCloseTo(10.1, within(0.02));
        assertThat(radii.get(2)).isCloseTo(29.9, within(0.02));
        assertThat(radii.get(3)).isCloseTo(40.1, within(0.02));
    }

    @Test
    void compensatesTheKerfSoThatThePartKeepsItsSize() throws ProgramRefused {
        Program program = cutting.program(alone(plate, 20, 20), setup);
        List<Move> outer = loops(program).getLast();
        // The first cut of each loop is the run-in; the rest is the contour half a kerf outside.
        double left = outer.stream().skip(1).mapToDouble(Move::toX).min().orElseThrow();
        assertThat(left).isCloseTo(20 - 0.1, within(0.002));
        assertThat(largestX(outer.subList(1, outer.size()))).isCloseTo(80 + 0.1, within(0.002));
    }

    @Test
    void neverCutsIntoAPartAndNeverMovesWithTheBeamOn() throws ProgramRefused {
        Random random = new Random(7);
        var units = new ArrayList<Build.Placed>();
        for (int i = 0; i < 24; i++) {
            double x = 10 + (i % 6) * 64, y = 10 + (i / 6) * 64;
            units.add(new Build.Placed(
                    "unit-" + i, i % 2 == 0 ? plate : outline(circle(30, 30, 20 + random.nextInt(8))), 0, x, y));
        }
        Program program = cutting.program(new Build("many", units), setup);
        for (Move move : ProgramReader.read(program.text())) {
            assertThat(!move.rapid() || move.power() == 0)
                    .as("rapid with beam: %s", move)
                    .isTrue();
            for (int step = 0; !move.rapid() && step <= 4; step++) {
                double x = move.fromX() + (move.toX() - move.fromX()) * step / 4;
                double y = move.fromY() + (move.toY() - move.fromY()) * step / 4;
                for (Build.Placed unit : units) {
                    Region part = ((Outline) unit.part()).regions().getFirst().placed(0, unit.xMm(), unit.yMm());
                    assertThat(deepInside(part, x, y))
                            .as("cut through %s at %s %s", unit.unit(), x, y)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyContourHasALeadInOnAnEmptySheet() throws ProgramRefused {
        for (List<Move> loop : loops(cutting.program(alone(plate, 20, 20), setup))) {
            Move lead = loop.getFirst();
            Move last = loop.getLast();
            assertThat(lead.lengthMm()).isCloseTo(2, within(0.01));
            assertThat(Math.hypot(lead.toX() - last.toX(), lead.toY() - last.toY()))
                    .isLessThan(0.002);
        }
    }

    @Test
    void creepsAlongTheLeadInForThePierceTime() throws ProgramRefused {
        Program program = cutting.program(alone(plate, 20, 20), laser(Map.of("pierceS", 0.5)));
        Move lead = loops(program).getFirst().getFirst();
        assertThat(lead.lengthMm() / lead.mmPerMin() * 60).isCloseTo(0.5, within(0.01));
    }

    @Test
    void speaksGrblWithDynamicPowerAndShortLines() throws ProgramRefused {
        String text = cutting.program(alone(plate, 20, 20), setup).text();
        assertThat(text.lines()).allMatch(line -> line.length() <= 80).doesNotContain("M3");
        assertThat(text.lines().toList())
                .startsWith("(build test-build)")
                .contains("G21 G90 G94 G17", "M4 S0", "M5")
                .endsWith("M2");
    }

    @Test
    void givesTheSameBytesAgain() throws ProgramRefused {
        Build build = alone(plate, 20, 20);
        assertThat(cutting.program(build, setup)).isEqualTo(new SheetCutting().program(build, setup));
    }

    @Test
    void estimateAndProgramAgree() throws ProgramRefused {
        double estimated = cutting.estimate(plate, setup).machineTime().toMillis();
        double programmed =
                cutting.program(alone(plate, 5, 5), setup).expectedTime().toMillis();
        assertThat(programmed).isCloseTo(estimated, within(0.05 * estimated));
    }

    @Test
    void chargesTheSheetAroundThePart() {
        var estimate = cutting.estimate(plate, setup);
        assertThat(estimate.consumedAreaMm2()).isCloseTo(63.2 * 43.2, within(1e-6));
        assertThat(estimate.consumedMassG()).isCloseTo(63.2 * 43.2 * 3 / 1000 * 0.68, within(1e-6));
        assertThat(estimate.partMassG()).isLessThan(estimate.consumedMassG());
    }

    @Test
    void refusesAHoleThatTheBeamAloneWouldFill() {
        Outline part = outline(rectangle(0, 0, 30, 30), circle(15, 15, 0.09));
        assertThatThrownBy(() -> cutting.program(alone(part, 10, 10), setup))
                .isInstanceOf(ProgramRefused.class)
                .hasMessageContaining("narrower than the kerf");
    }

    @Test
    void refusesUnitsOutsideTheBed() {
        assertThatThrownBy(() -> cutting.program(alone(plate, 560, 10), setup))
                .isInstanceOf(ProgramRefused.class)
                .hasMessageContaining("outside the bed");
    }

    @Test
    void inspectsSizeAndRoundHoles() {
        assertThat(cutting.characteristics(plate, setup))
                .extracting(c -> c.name())
                .containsExactly("length-x", "width-y", "hole-diameter-1", "hole-diameter-2", "edge", "charring");
        assertThat(cutting.characteristics(plate, setup).get(2).nominalMm()).isCloseTo(10, within(0.01));
    }

    /** Cuts between two rapids. */
    private static List<List<Move>> loops(Program program) {
        var loops = new ArrayList<List<Move>>();
        for (Move move : ProgramReader.read(program.text())) {
            if (move.rapid()) {
                loops.add(new ArrayList<>());
            } else {
                loops.getLast().add(move);
            }
        }
        loops.removeIf(List::isEmpty);
        return loops;
    }

    private static double largestX(List<Move> moves) {
        return moves.stream().mapToDouble(Move::toX).max().orElseThrow();
    }

    /** Inside the part by more than the slack of rounding and flattening. */
    private static boolean deepInside(Region part, double x, double y) {
        for (int k = 0; k < 8; k++) {
            double angle = Math.PI * k / 4;
            if (!org.millwright.geometry.outline.Regions.contains(
                    part, x + 0.08 * Math.cos(angle), y + 0.08 * Math.sin(angle))) {
                return false;
            }
        }
        return org.millwright.geometry.outline.Regions.contains(part, x, y);
    }

    @Test
    void keepsAllPartsOnTheSheetApartFromEachOther() {
        assertThat(cutting.layoutRules(setup).clearanceMm()).isGreaterThan(setup.value("kerfMm", 0));
        assertThat(cutting.footprint(plate, setup).areaMm2()).isCloseTo(2400, within(1e-9));
        assertThat(cutting.accepts(Parts.box(1, 1, 1))).isFalse();
    }
}
