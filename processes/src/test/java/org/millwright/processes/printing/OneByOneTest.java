package org.millwright.processes.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millwright.processes.Parts.box;
import static org.millwright.processes.Parts.printer;
import static org.millwright.processes.Parts.turned;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Mesh;
import org.millwright.processes.Build;
import org.millwright.processes.Program;
import org.millwright.processes.ProgramReader;
import org.millwright.processes.ProgramReader.Move;
import org.millwright.processes.ProgramRefused;
import org.millwright.processes.Setup;

/** Units finished one after the other: the order, the head that hits nothing, and what is refused. */
class OneByOneTest {
    private static final double RADIUS_MM = 30;
    private static final double NOZZLE_MM = 3;
    private static final double GANTRY_MM = 25;

    private final FilamentPrinting printing = new FilamentPrinting();
    private final Setup setup = printer(Map.of(
            "oneByOne", 1.0,
            "headRadiusMm", RADIUS_MM,
            "headAboveNozzleMm", NOZZLE_MM,
            "gantryAboveNozzleMm", GANTRY_MM));

    @Test
    void eachUnitIsFinishedBeforeTheNextAndTheLowestIsFirst() throws ProgramRefused {
        Program program = printing.program(
                build("tall 10x10x40 at 150 20", "low 10x10x4 at 20 20", "mid 10x10x12 at 80 20"), setup);
        List<String> drawn = new ArrayList<>();
        for (Move move : ProgramReader.read(program.text())) {
            if (move.filamentMm() > 0 && move.lengthMm() > 0) {
                String unit = move.toX() < 50 ? "low" : move.toX() < 120 ? "mid" : "tall";
                if (drawn.isEmpty() || !drawn.getLast().equals(unit)) {
                    drawn.add(unit);
                }
            }
        }
        assertThat(drawn).containsExactly("low", "mid", "tall");
        assertThat(program.terms()).containsEntry("layers", 20.0 + 60 + 200);
    }

    @Test
    void theHeadNeverMeetsWhatStands() throws ProgramRefused {
        Build build = build(
                "a 20x20x20 at 10 10",
                "b 20x20x20 at 65 10",
                "c 20x20x20 at 10 65",
                "low 8x8x2 at 40 40",
                "d 20x20x24 at 65 65");
        assertThat(collisions(printing.program(build, setup))).isEmpty();
    }

    @Test
    void aLargerHeadThanSaidWouldMeetSomething() throws ProgramRefused {
        // Shows that the check above can find something.
        Setup small = printer(Map.of("oneByOne", 1.0, "headRadiusMm", 5.0, "gantryAboveNozzleMm", GANTRY_MM));
        Build near = build("a 20x20x20 at 10 10", "b 20x20x20 at 40 10");
        assertThat(collisions(printing.program(near, small))).isNotEmpty();
    }

    @Test
    void supportsOfAUnitThatStandsAreKeptOffToo() throws ProgramRefused {
        Setup supported = printer(Map.of(
                "oneByOne", 1.0,
                "supports", 1.0,
                "headRadiusMm", RADIUS_MM,
                "headAboveNozzleMm", NOZZLE_MM,
                "gantryAboveNozzleMm", GANTRY_MM));
        Mesh mushroom = turned(48, 3, 0, 3, 12, 12, 12.2, 12, 16);
        double apartMm = 2 * 12
                + Objects.requireNonNull(printing.layoutRules(supported).head()).radiusMm();
        Build build = new Build(
                "mushrooms",
                List.of(
                        new Build.Placed("one", mushroom, 0, 40, 60),
                        new Build.Placed("other", mushroom, 0, 40 + apartMm, 60)));
        Program program = printing.program(build, supported);
        assertThat(program.text()).contains("Support");
        assertThat(collisions(program)).isEmpty();
    }

    @Test
    void unitsThatAreTooNearAreRefused() {
        assertThatThrownBy(() -> printing.program(build("a 20x20x20 at 10 10", "b 20x20x20 at 50 10"), setup))
                .isInstanceOf(ProgramRefused.class)
                .hasMessageContaining("would hit");
    }

    @Test
    void onlyTheLastUnitMayBeTallerThanTheGantry() {
        assertThatThrownBy(() -> printing.program(build("a 10x10x30 at 10 10", "b 10x10x40 at 100 100"), setup))
                .isInstanceOf(ProgramRefused.class)
                .hasMessageContaining("gantry");
    }

    @Test
    void layoutsLeaveRoomForTheHeadOnlyThen() {
        assertThat(printing.layoutRules(printer(Map.of())).head()).isNull();
        assertThat(printing.layoutRules(setup).head()).isNotNull();
        assertThat(printing.layoutRules(printer(Map.of("oneByOne", 1.0, "externalSlicer", 1.0)))
                        .head())
                .isNull();
    }

    /** Units like {@code low 10x10x4 at 20 20}: sizes and the place of the front left corner in mm. */
    private static Build build(String... units) {
        List<Build.Placed> placed = new ArrayList<>();
        for (String unit : units) {
            String[] words = unit.split("[ x]");
            placed.add(new Build.Placed(
                    words[0],
                    box(Double.parseDouble(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3])),
                    0,
                    Double.parseDouble(words[5]),
                    Double.parseDouble(words[6])));
        }
        return new Build("one-by-one", placed);
    }

    /** Goes along all moves and looks for what was laid down before, of an earlier unit, in the room of the head. */
    private static List<String> collisions(Program program) {
        List<String> found = new ArrayList<>();
        List<double[]> standing = new ArrayList<>();
        List<double[]> current = new ArrayList<>();
        double lastZ = 0;
        for (Move move : ProgramReader.read(program.text())) {
            boolean draws = move.filamentMm() > 0 && move.lengthMm() > 0;
            if (draws && move.z() < lastZ) {
                standing.addAll(current);
                current.clear();
            }
            for (double[] point : standing) {
                double distance =
                        Line2D.ptSegDist(move.fromX(), move.fromY(), move.toX(), move.toY(), point[0], point[1]);
                if ((distance < RADIUS_MM - 0.5 && point[2] > move.z() + NOZZLE_MM)
                        || point[2] > move.z() + GANTRY_MM) {
                    found.add("%s meets %s".formatted(move, List.of(point[0], point[1], point[2])));
                }
            }
            if (draws) {
                current.add(new double[] {move.toX(), move.toY(), move.z()});
                lastZ = move.z();
            }
        }
        return found;
    }
}
