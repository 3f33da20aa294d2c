package org.millwright.processes.cutting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.Severity;
import org.millwright.geometry.Shape;
import org.millwright.processes.Build;
import org.millwright.processes.Characteristic;
import org.millwright.processes.Estimate;
import org.millwright.processes.ManufacturingProcess;
import org.millwright.processes.MaterialForm;
import org.millwright.processes.Program;
import org.millwright.processes.ProgramRefused;
import org.millwright.processes.Setup;
import org.millwright.processes.manufacturability.Making;

/**
 * Laser cutting of sheets. Values it reads from the set-up: {@code kerfMm}, {@code cutMmPerMin} (required),
 * {@code powerPercent}, {@code spindleMax}, {@code pierceS}, {@code leadMm}, {@code passes}, {@code rapidMmPerMin},
 * {@code accelerationMmPerS2}, {@code junctionDeviationMm}, {@code sheetMarginMm}, {@code clearanceMm},
 * {@code toleranceMm}, and the limits of {@link CutLimits}.
 */
public final class SheetCutting implements ManufacturingProcess {
    static final double SHEET_MARGIN_MM = 5;
    private static final double CLEARANCE_MM = 3;
    private static final double TOLERANCE_MM = 0.2;
    private static final int INSPECTED_HOLES = 3;
    private static final String SKILL = "cutting";

    @Override
    public String id() {
        return "cutting";
    }

    @Override
    public String equipmentClass() {
        return "laser";
    }

    @Override
    public MaterialForm materialForm() {
        return MaterialForm.SHEET;
    }

    @Override
    public boolean accepts(Shape part) {
        return part instanceof Outline;
    }

    @Override
    public List<Finding> check(Shape part, Setup setup) {
        return part instanceof Outline outline
                ? CutChecks.of(outline, setup)
                : List.of(Finding.of("needs-outline", Severity.BLOCKING));
    }

    @Override
    public String judgedAs() {
        return Making.LASER.id();
    }

    @Override
    public List<Setting> settings(Setup setup) {
        return CutSettings.from(setup).settings();
    }

    @Override
    public Estimate estimate(Shape part, Setup setup) {
        CutSettings settings = CutSettings.from(setup);
        Outline outline = outline(part);
        GrblProgram.Written alone = written(atOrigin(outline, settings), settings, outline.bounds());
        double clearance = clearanceMm(setup, settings);
        Bounds bounds = outline.bounds();
        double consumedMm2 = (bounds.sizeX() + clearance) * (bounds.sizeY() + clearance);
        double partMm2 = outline.regions().stream().mapToDouble(Region::areaMm2).sum();
        return new Estimate(
                duration(alone.seconds()),
                Duration.ZERO,
                massG(partMm2, setup),
                massG(consumedMm2, setup),
                consumedMm2,
                Map.of(
                        "cutLengthMm",
                        alone.cutMm(),
                        "rapidLengthMm",
                        alone.rapidMm(),
                        "pierces",
                        (double) alone.pierces(),
                        "passes",
                        (double) settings.passes(),
                        "cutMmPerMin",
                        settings.cutMmPerMin(),
                        "partAreaMm2",
                        partMm2,
                        "boundingAreaMm2",
                        bounds.sizeX() * bounds.sizeY(),
                        "clearanceMm",
                        clearance,
                        "thicknessMm",
                        setup.material().sheetThicknessMm(),
                        "densityGPerCm3",
                        setup.material().densityGPerCm3()));
    }

    /** The outer line when the design is one piece, else the rectangle around its pieces. */
    @Override
    public Region footprint(Shape part, Setup setup) {
        Outline outline = outline(part);
        if (outline.regions().size() == 1) {
            return new Region(outline.regions().getFirst().outer(), List.of());
        }
        Bounds box = outline.bounds();
        return new Region(
                new Ring(new double[] {
                    box.min().x(), box.min().y(), box.max().x(), box.min().y(),
                    box.max().x(), box.max().y(), box.min().x(), box.max().y()
                }),
                List.of());
    }

    @Override
    public LayoutRules layoutRules(Setup setup) {
        double clearance = clearanceMm(setup, CutSettings.from(setup));
        return new LayoutRules(setup.value("sheetMarginMm", SHEET_MARGIN_MM), clearance, List.of(0, 90, 180, 270));
    }

    @Override
    public Program program(Build build, Setup setup) throws ProgramRefused {
        CutSettings settings = CutSettings.from(setup);
        GrblProgram.Written written = GrblProgram.of(
                build, settings, setup.equipment().widthMm(), setup.equipment().depthMm());
        double clearance = clearanceMm(setup, settings);
        double consumedMm2 = build.units().stream()
                .map(unit -> unit.part().bounds())
                .mapToDouble(box -> (box.sizeX() + clearance) * (box.sizeY() + clearance))
                .sum();
        return new Program(
                written.text(),
                "grbl",
                duration(written.seconds()),
                massG(consumedMm2, setup),
                Map.of(
                        "cutLengthMm",
                        written.cutMm(),
                        "rapidLengthMm",
                        written.rapidMm(),
                        "pierces",
                        (double) written.pierces(),
                        "units",
                        (double) build.units().size()));
    }

    @Override
    public List<Characteristic> characteristics(Shape part, Setup setup) {
        Bounds bounds = part.bounds();
        double tolerance = setup.value("toleranceMm", TOLERANCE_MM);
        var characteristics = new ArrayList<Characteristic>();
        characteristics.add(Characteristic.dimension("length-x", bounds.sizeX(), tolerance));
        characteristics.add(Characteristic.dimension("width-y", bounds.sizeY(), tolerance));
        List<Double> holes = RoundHoles.diametersMm(outline(part));
        for (int i = 0; i < Math.min(INSPECTED_HOLES, holes.size()); i++) {
            characteristics.add(Characteristic.dimension(
                    String.format(Locale.ROOT, "hole-diameter-%d", i + 1), holes.get(i), tolerance));
        }
        characteristics.add(Characteristic.visual("edge"));
        characteristics.add(Characteristic.visual("charring"));
        return List.copyOf(characteristics);
    }

    @Override
    public List<Step> steps() {
        return List.of(
                step("prepare", StepScope.BUILD, StepKind.PREPARE, true, 180, 0),
                step("cut", StepScope.BUILD, StepKind.RUN, true, 0, 0),
                step("sort", StepScope.BUILD, StepKind.REMOVE, true, 120, 15),
                step("inspect", StepScope.WORK_ORDER, StepKind.INSPECT, true, 0, 60),
                step("pack", StepScope.WORK_ORDER, StepKind.PACK, true, 120, 30));
    }

    private static Step step(String name, StepScope on, StepKind kind, boolean attended, long fixedS, long perUnitS) {
        return new Step(name, on, kind, attended, Duration.ofSeconds(fixedS), Duration.ofSeconds(perUnitS), SKILL);
    }

    /** The part alone, as near to the sheet's corner as its lead-ins allow. */
    private static Build atOrigin(Outline outline, CutSettings settings) {
        double room = settings.leadMm() + settings.kerfMm();
        double dx = room - outline.bounds().min().x();
        double dy = room - outline.bounds().min().y();
        return new Build("estimate", List.of(new Build.Placed("1", outline, 0, dx, dy)));
    }

    private static GrblProgram.Written written(Build build, CutSettings settings, Bounds bounds) {
        double room = 4 * (settings.leadMm() + settings.kerfMm());
        try {
            return GrblProgram.of(build, settings, bounds.sizeX() + room, bounds.sizeY() + room);
        } catch (ProgramRefused refused) {
            throw new IllegalArgumentException(refused.detail() + "\nMaybe check the part first.", refused);
        }
    }

    private static Outline outline(Shape part) {
        if (part instanceof Outline outline) {
            return outline;
        }
        throw new IllegalArgumentException("A laser cuts flat outlines, this part is a solid.\nMaybe check it first.");
    }

    private static double clearanceMm(Setup setup, CutSettings settings) {
        return setup.value("clearanceMm", CLEARANCE_MM) + settings.kerfMm();
    }

    private static double massG(double areaMm2, Setup setup) {
        return areaMm2
                * setup.material().sheetThicknessMm()
                / 1000
                * setup.material().densityGPerCm3();
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
