package org.millwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract of the command line: exit codes, JSON names, words on the right stream. */
class MillwrightTest {
    private static final String TETRAHEDRON = """
            solid corner
            facet normal 0 0 -1
             outer loop
              vertex 0 0 0
              vertex 0 30 0
              vertex 30 0 0
             endloop
            endfacet
            facet normal -1 0 0
             outer loop
              vertex 0 0 0
              vertex 0 0 30
              vertex 0 30 0
             endloop
            endfacet
            facet normal 0 -1 0
             outer loop
              vertex 0 0 0
              vertex 30 0 0
              vertex 0 0 30
             endloop
            endfacet
            facet normal 1 1 1
             outer loop
              vertex 30 0 0
              vertex 0 30 0
              vertex 0 0 30
             endloop
            endfacet
            endsolid corner
            """;

    @TempDir
    Path folder;

    private record Answer(int exitCode, String out, String err) {}

    @Test
    void theHelpNamesTheEngineCommandsInTheOrderOfAPartsWay() {
        assertThat(Millwright.commandLine().getSubcommands().keySet())
                .containsSequence("gcode", "nest", "check-nest", "plates", "schedule", "check-plan", "virtual");
    }

    @Test
    void platesHoldEveryCopyAndComeWithTheirProgramsAndAPicture() throws IOException {
        Path part = file("corner.stl", TETRAHEDRON);
        Path programs = folder.resolve("programs");
        Path picture = folder.resolve("plates.svg");
        Answer answer = run(
                "plates",
                part + ":5@2",
                part.toString(),
                "--units",
                "mm",
                "--one-by-one",
                "--seconds",
                "0.2",
                "--programs",
                programs.toString(),
                "--svg",
                picture.toString());
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        JsonNode document = new JsonMapper().readTree(answer.out());
        int parts = 0;
        for (JsonNode plate : document.get("plates")) {
            parts += plate.get("placements").size();
        }
        assertThat(parts).isEqualTo(6);
        assertThat(document.get("oneByOne").asBoolean()).isTrue();
        assertThat(programs.resolve("plate-1.gcode")).content().contains("; begin corner.stl");
        assertThat(picture).content().startsWith("<svg");
    }

    @Test
    void millingAndCuttingAreEstimatedFromTablesOrOwnValuesWithTheirSource() throws IOException {
        Path corner = file("corner.stl", TETRAHEDRON);
        String[] milled = {"estimate", corner.toString(), "--units", "mm", "--process", "milling", "--json"};
        JsonNode aluminium = new JsonMapper().readTree(run(milled).out());
        JsonNode steel = new JsonMapper()
                .readTree(run(with(milled, "--material", "steel")).out());
        assertThat(steel.get("timeS").asLong())
                .isGreaterThan(aluminium.get("timeS").asLong());
        assertThat(steel.get("source").asString()).isNotBlank();
        assertThat(run(with(milled, "--material", "cheese")).exitCode()).isEqualTo(ExitCode.NO);

        Path panel = file("panel.svg", """
                <svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="60mm" viewBox="0 0 100 60">
                <path d="M0 0 H100 V60 H0 Z" fill="none" stroke="black"/></svg>""");
        String[] cut = {"estimate", panel.toString(), "--process", "laser", "--json", "--with", "thicknessMm=3"};
        JsonNode weak = new JsonMapper()
                .readTree(run(with(cut, "--with", "laserKw=0.06")).out());
        JsonNode strong = new JsonMapper()
                .readTree(run(with(cut, "--with", "laserKw=0.08")).out());
        assertThat(strong.get("timeS").asDouble()).isLessThan(weak.get("timeS").asDouble());
        assertThat(run(with(cut, "--with", "laserKw=5")).err()).contains("no speed for plywood");
    }

    private static String[] with(String[] words, String... more) {
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    @Test
    void aPartLargerThanThePlateIsNotPlanned() throws IOException {
        Path part = file("corner.stl", TETRAHEDRON);
        Path settings = file("small.ini", "bed_shape = 0x0,20x0,20x20,0x20\n");
        Answer answer = run("plates", part.toString(), "--units", "mm", "--settings", settings.toString());
        assertThat(answer.exitCode()).isEqualTo(ExitCode.NO);
        assertThat(answer.err()).contains("corner.stl cannot be printed", "too-large");
    }

    @Test
    void estimatesAreReadLineByLineWithoutNeedlessDigits() throws IOException {
        Path corner = file("corner.stl", TETRAHEDRON);
        Answer answer = run("estimate", corner.toString(), "--units", "mm", "--process", "milling");
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out().lines())
                .contains("breakdown")
                .anyMatch(line -> line.matches("  clampingS +\\d+"))
                .noneMatch(line -> line.matches(".*\\.\\d{4,}.*"));
    }

    @Test
    void optionsThatDoNotFitADrawingEndWithTwoAndSayWhatToGive() throws IOException {
        String panel = file("panel.svg", """
                <svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="60mm" viewBox="0 0 100 60">
                <path d="M0 0 H100 V60 H0 Z" fill="none" stroke="black"/></svg>""").toString();
        assertWrong("--sheet 600x400", "nest", panel);
        assertWrong("--sheet 600x400", "check-nest", panel, panel);
        assertWrong("--sheet 600x400", "nest", panel, "--sheet", "200");
        assertWrong("--sheet 600x400", "nest", panel, "--sheet", "0x400");
        assertWrong("--strip 1500", "nest", panel, "--sheet", "200x200", "--strip", "300");
        assertWrong("one strip", "nest", panel, "--strip", "300", "--sheets", "2");
        assertWrong("more than 0", "nest", panel, "--strip", "-3");
        assertWrong("any, grain, or angles", "nest", panel, "--strip", "300", "--turns", "sideways");
        String list = file("own.csv", "kind,id\n").toString();
        assertWrong("are for drawings", "nest", list, "--turns", "any");
        assertWrong("are for drawings", "nest", list, "--copies", "3");
        assertWrong("at least 1", "nest", panel, "--sheet", "200x200", "--copies", "0");
        assertWrong("less than 1000", "nest", panel, "--sheet", "200x200", "--lead-in=-3");
        assertWrong("at least 0", "nest", panel, "--sheet", "200x200", "--offcuts=-1");
        assertWrong("-1.0 s", "nest", panel, "--sheet", "200x200", "--seconds=-1");
        assertWrong("Leave one", "plates", panel, "--one-by-one", "--reach-under");
    }

    @Test
    void aNestOfWhichNoPartFitsIsANoAndOneOfWhichSomeFitIsDone() throws IOException {
        String heading = "kind,id,quantity,width,height\nsheet,panel,1,500,300\npart,roof,1,2000,2000\n";
        Answer none = run("nest", file("none.csv", heading).toString(), "--seconds", "0.1");
        assertThat(none.exitCode()).as(none.err()).isEqualTo(ExitCode.NO);
        assertThat(none.err()).contains("roof", "No part fits");
        assertThat(none.out()).contains("\"unplaced\":[\"roof\"]");
        String some = file("some.csv", heading + "part,tile,2,100,50\n").toString();
        assertThat(run("nest", some, "--seconds", "0.1").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void instancesThatAreNotThereAreNamed() {
        String missing = folder.resolve("missing.json").toString();
        for (String command : new String[] {"nest", "schedule"}) {
            Answer answer = run(command, missing);
            assertThat(answer.exitCode()).as(command).isEqualTo(ExitCode.UNREADABLE);
            assertThat(answer.err()).contains("There is no file " + missing).doesNotContain("Exception");
        }
    }

    private static void assertWrong(String hint, String... words) {
        Answer answer = run(words);
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains(hint).doesNotContain("9223372036854775807");
    }

    @Test
    void analyzeMeasuresAMeshUnderTheNamesOfTheContract() throws IOException {
        Path part = file("corner.stl", TETRAHEDRON);
        Answer answer = run("analyze", "--units", "mm", "--json", part.toString());
        assertThat(answer.exitCode()).isEqualTo(ExitCode.DONE);
        var document = new JsonMapper().readTree(answer.out());
        assertThat(document.get("volumeMm3").asDouble()).isEqualTo(4500);
        assertThat(document.get("watertight").asBoolean()).isTrue();
        assertThat(document.get("boundsMm").get("z").asDouble()).isEqualTo(30);
        assertThat(document.get("triangles").asInt()).isEqualTo(4);
    }

    @Test
    void everyCommandTellsHowItIsUsed() {
        for (String command : Millwright.commandLine().getSubcommands().keySet()) {
            Answer answer = run(command, "--help");
            assertThat(answer.exitCode()).as(command).isEqualTo(ExitCode.DONE);
            assertThat(answer.out()).as(command).contains("Usage: millwright " + command);
        }
    }

    @Test
    void anUnreadableFileEndsWithThreeAndSaysWhereItBreaks() throws IOException {
        Path part = file("broken.stl", TETRAHEDRON.replace("vertex 0 0 30", "vertex 0 0 thirty"));
        Answer answer = run("analyze", part.toString());
        assertThat(answer.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(answer.err()).contains("line 13");
        assertThat(run("analyze", folder.resolve("missing.stl").toString()).exitCode())
                .isEqualTo(ExitCode.UNREADABLE);
    }

    @Test
    void aCornerThatIsNoPlaceIsReadLenientlyAndRefusedStrictly() throws IOException {
        Path part = file("lost.stl", TETRAHEDRON.replace("vertex 0 0 30", "vertex 0 0 NaN"));
        assertThat(run("analyze", part.toString()).exitCode()).isEqualTo(ExitCode.NO);
        assertThat(run("analyze", "--strict", part.toString()).exitCode()).isEqualTo(ExitCode.UNREADABLE);
    }

    @Test
    void wrongUsageEndsWithTwo() {
        assertThat(run("analyze").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("fly").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void estimateSliceAndExecutionAgree() throws IOException {
        Path part = file("corner.stl", TETRAHEDRON);
        Path settings = file("settings.json", "{\"infillPercent\": 20}");
        Path program = folder.resolve("corner.gcode");
        String[] common = {part.toString(), "--units", "mm", "--settings", settings.toString()};
        Answer estimate = run("estimate", common[0], common[1], common[2], common[3], common[4], "--json");
        Answer slice = run("slice", common[0], common[1], common[2], common[3], common[4], "--out", program.toString());
        assertThat(estimate.exitCode()).as(estimate.err()).isEqualTo(ExitCode.DONE);
        assertThat(slice.exitCode()).as(slice.err()).isEqualTo(ExitCode.DONE);
        Answer executed = run("gcode", program.toString(), "--json");
        var estimated = new JsonMapper().readTree(estimate.out());
        double estimatedS = estimated.get("timeS").asDouble()
                + estimated.get("breakdown").get("startS").asDouble();
        double executedS =
                new JsonMapper().readTree(executed.out()).get("timeS").asDouble();
        assertThat(estimatedS).isBetween(executedS * 0.9, executedS * 1.1);
    }

    @Test
    void aSettingThatNobodyKnowsIsNamed() throws IOException {
        Path part = file("corner.stl", TETRAHEDRON);
        Path settings = file("settings.json", "{\"infil\": 20}");
        Answer answer = run("estimate", part.toString(), "--units", "mm", "--settings", settings.toString());
        assertThat(answer.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(answer.err()).contains("infil");
    }

    @Test
    void aProgramThatLeavesTheMachineEndsWithOne() throws IOException {
        Path program = file("far.gcode", "G28\nG1 X900 F3000\nM84\n");
        Answer answer = run("gcode", program.toString(), "--machine", "printer");
        assertThat(answer.exitCode()).isEqualTo(ExitCode.NO);
        assertThat(answer.out()).contains("line 2");
    }

    @Test
    void aScheduleOfOursPassesTheIndependentCheckAndAForgedOneDoesNot() throws IOException {
        Path instance = file("two.jsp", "2 2\n0 3 1 2\n1 4 0 1\n");
        Path plan = folder.resolve("plan.json");
        assertThat(run("schedule", instance.toString(), "--seconds", "0.2", "--out", plan.toString())
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
        assertThat(run("check-plan", instance.toString(), plan.toString()).exitCode())
                .isEqualTo(ExitCode.DONE);
        Files.writeString(plan, Files.readString(plan).replaceFirst("\"start\":\\s*\\d+", "\"start\": 1"));
        assertThat(run("check-plan", instance.toString(), plan.toString()).exitCode())
                .isEqualTo(ExitCode.NO);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Answer run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        PrintStream usualOut = System.out;
        PrintStream usualErr = System.err;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            var words = new StringWriter();
            int exitCode = Millwright.commandLine()
                    .setErr(new PrintWriter(words, true))
                    .execute(arguments);
            return new Answer(
                    exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8) + words);
        } finally {
            System.setOut(usualOut);
            System.setErr(usualErr);
        }
    }
}
