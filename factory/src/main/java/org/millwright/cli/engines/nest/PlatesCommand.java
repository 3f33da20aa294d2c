package org.millwright.cli.engines.nest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.Answered;
import org.millwright.cli.ExitCode;
import org.millwright.cli.engines.EngineOptions;
import org.millwright.cli.engines.FileUnit;
import org.millwright.cli.engines.PrintSetup;
import org.millwright.json.JsonText;
import org.millwright.nesting.Budget;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.plates.PlateGoal;
import org.millwright.nesting.plates.PlatePart;
import org.millwright.nesting.plates.PlatePlan;
import org.millwright.nesting.plates.PlateRules;
import org.millwright.nesting.plates.PlateVerifier;
import org.millwright.nesting.plates.Plates;
import org.millwright.processes.Build;
import org.millwright.processes.ManufacturingProcess;
import org.millwright.processes.Processes;
import org.millwright.processes.Program;
import org.millwright.processes.ProgramRefused;
import org.millwright.processes.Setup;
import org.millwright.processes.printing.PrintValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plates PART…}: build plates for parts to be printed. */
@Command(
        name = "plates",
        description = "Fills build plates with parts to be printed, and writes the program of each plate where asked.")
final class PlatesCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE[:COPIES[@DAY]]",
            arity = "1..*",
            description = "a mesh, how many of it, and the day it is due: bracket.stl:6@2 (default: one, day 0)")
    @SuppressWarnings("NullAway.Init")
    private List<String> orders;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "bed and settings: .ini in PrusaSlicer's form, or .json with our own names")
    private @Nullable Path settings;

    @Option(
            names = "--units",
            paramLabel = "UNIT",
            description = "unit of the numbers in the files: ${COMPLETION-CANDIDATES}")
    private @Nullable FileUnit units;

    @Option(names = "--supports", description = "with supports")
    private boolean supports;

    @Option(names = "--one-by-one", description = "each part is finished before the next begins")
    private boolean oneByOne;

    @Option(
            names = "--reach-under",
            description = "parts may lie under or over others where their heights allow it; not with --one-by-one")
    private boolean reachUnder;

    @Option(
            names = "--goal",
            defaultValue = "PLATES",
            description = "what is to be small: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private PlateGoal.Objective goal;

    @Option(
            names = "--seconds",
            defaultValue = "3",
            description = "time to search for each plate (default: ${DEFAULT-VALUE})")
    private double seconds;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "seed of every random choice (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "PLATES.json",
            description = "where the plates are written (default: standard output)")
    private @Nullable Path out;

    @Option(names = "--svg", paramLabel = "F", description = "where a picture is written")
    private @Nullable Path svg;

    @Option(names = "--programs", paramLabel = "FOLDER", description = "where the program of each plate is written")
    private @Nullable Path programs;

    @Override
    public Integer call() throws Exception {
        if (oneByOne && reachUnder) {
            throw new Answered(
                    "--reach-under does not go with --one-by-one: the head would hit what lies over a part.",
                    "Leave one of them out.",
                    ExitCode.USAGE);
        }
        Setup setup = setup();
        ManufacturingProcess printing = Processes.getProcess("printing");
        Map<String, PlateOrder> byId = new LinkedHashMap<>();
        for (String order : orders) {
            PlateOrder read = PlateOrder.read(order, units, byId.keySet(), printing, setup, reachUnder);
            byId.put(read.part().id(), read);
        }
        List<PlatePart> parts = byId.values().stream().map(PlateOrder::part).toList();
        PlateRules rules = printing.layoutRules(setup)
                .onPlate(setup.equipment().widthMm(), setup.equipment().depthMm());
        PlateGoal aim = new PlateGoal(goal, changeS(printing, setup), 0);
        PlatePlan plan = Plates.of(rules).aimingAt(aim).plan(parts, Budget.ofSeconds(seconds), seed);
        List<String> violations = PlateVerifier.violations(rules, parts, plan);
        if (!violations.isEmpty()) {
            throw new IllegalStateException("Plates that do not hold were found: " + violations);
        }
        EngineOptions.write(JsonText.of(document(plan, byId, rules)), out);
        if (svg != null) {
            Files.writeString(svg, PlatePicture.of(plan, parts, rules), StandardCharsets.UTF_8);
        }
        if (programs != null) {
            writePrograms(programs, plan, byId, printing, setup);
        }
        plan.unplaced().forEach(left -> System.err.println(left.itemId() + " is larger than the plate."));
        return plan.unplaced().isEmpty() ? ExitCode.DONE : ExitCode.NO;
    }

    private Setup setup() throws IOException {
        Setup read = PrintSetup.of(settings, null, supports ? Boolean.TRUE : null);
        if (!oneByOne) {
            return read;
        }
        Map<String, Double> options = new HashMap<>(read.options());
        options.put(PrintValue.ONE_BY_ONE.key(), 1.0);
        return new Setup(read.material(), read.equipment(), options);
    }

    /** Preparing and clearing the plate. */
    private static double changeS(ManufacturingProcess printing, Setup setup) {
        return printing.steps(setup).stream()
                .filter(step -> step.on() == ManufacturingProcess.StepScope.BUILD)
                .mapToDouble(step -> step.fixed().toSeconds())
                .sum();
    }

    private Map<String, Object> document(PlatePlan plan, Map<String, PlateOrder> byId, PlateRules rules) {
        List<Object> plates = new ArrayList<>();
        for (PlatePlan.Plate plate : plan.plates()) {
            List<Object> placements = new ArrayList<>();
            double timeS = 0;
            for (Placement place : plate.placements()) {
                placements.add(placement(place));
                timeS += PlateOrder.of(place, byId).part().printS();
            }
            plates.add(Map.of("timeS", Math.round(timeS), "parts", placements.size(), "placements", placements));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("plateMm", List.of(rules.widthMm(), rules.depthMm()));
        document.put("oneByOne", rules.objectByObject());
        document.put("seed", seed);
        document.put("seconds", seconds);
        document.put("plates", plates);
        document.put(
                "unplaced",
                plan.unplaced().stream()
                        .map(left -> Map.of("item", left.itemId(), "copy", left.copyIndex()))
                        .toList());
        return document;
    }

    private static Map<String, Object> placement(Placement place) {
        Map<String, Object> placement = new LinkedHashMap<>();
        placement.put("item", place.itemId());
        placement.put("copy", place.copyIndex());
        placement.put("rotation", place.rotationDeg());
        placement.put("x", place.xMm());
        placement.put("y", place.yMm());
        return placement;
    }

    private static void writePrograms(
            Path folder, PlatePlan plan, Map<String, PlateOrder> byId, ManufacturingProcess printing, Setup setup)
            throws IOException {
        Files.createDirectories(folder);
        for (int number = 1; number <= plan.plates().size(); number++) {
            List<Build.Placed> units = new ArrayList<>();
            for (Placement place : plan.plates().get(number - 1).placements()) {
                units.add(new Build.Placed(
                        place.itemId() + " " + (place.copyIndex() + 1),
                        PlateOrder.of(place, byId).mesh(),
                        place.rotationDeg(),
                        place.xMm(),
                        place.yMm()));
            }
            Path file = folder.resolve("plate-" + number + ".gcode");
            try {
                Program program = printing.program(new Build("plate " + number, units), setup);
                Files.writeString(file, program.text(), StandardCharsets.UTF_8);
                System.err.printf(
                        "%s: %d parts, %d s%n",
                        file, units.size(), program.expectedTime().toSeconds());
            } catch (ProgramRefused refused) {
                throw new Answered(refused.detail(), refused.hint(), ExitCode.NO);
            }
        }
    }
}
