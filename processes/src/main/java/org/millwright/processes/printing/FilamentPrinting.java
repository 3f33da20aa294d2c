package org.millwright.processes.printing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
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
import org.millwright.processes.printing.program.Bed;
import org.millwright.processes.printing.program.OneByOne;
import org.millwright.processes.printing.program.PlatePrint;
import org.millwright.processes.printing.program.SupportLevels;
import org.millwright.processes.printing.toolpaths.raster.Shadow;

/**
 * Printing from filament. Values it reads from the set-up are those of {@link PrintValue}, the limits of
 * {@link PrintLimits}, {@code plateMarginMm}, {@code clearanceMm} and {@code toleranceMm}. With {@code externalSlicer=1} programs and estimates
 * come from PrusaSlicer, with supports unless {@code supports=0}.
 */
public final class FilamentPrinting implements ManufacturingProcess {
    private static final double PLATE_MARGIN_MM = 5;
    private static final double CLEARANCE_MM = 5;
    /** ±0.2 mm or 0.5 %, whichever is more. */
    private static final double TOLERANCE_MM = 0.2;

    private static final double TOLERANCE_SHARE = 0.005;
    private static final String SKILL = "printing";

    private final ExternalSlicing external;

    public FilamentPrinting() {
        this(System.getenv().getOrDefault("PATH", ""));
    }

    /** Looks for PrusaSlicer in the folders of this search path. */
    FilamentPrinting(String searchPath) {
        external = new ExternalSlicing(searchPath);
    }

    @Override
    public String id() {
        return "printing";
    }

    @Override
    public String equipmentClass() {
        return "printer";
    }

    @Override
    public MaterialForm materialForm() {
        return MaterialForm.FILAMENT;
    }

    @Override
    public boolean accepts(Shape part) {
        return part instanceof Mesh;
    }

    @Override
    public List<Finding> check(Shape part, Setup setup) {
        return part instanceof Mesh mesh
                ? PrintChecks.of(mesh, setup, external)
                : List.of(Finding.of("needs-solid", Severity.BLOCKING));
    }

    @Override
    public String judgedAs() {
        return Making.FILAMENT.id();
    }

    @Override
    public List<Setting> settings(Setup setup) {
        return PrintSettings.from(setup).settings();
    }

    @Override
    public Estimate estimate(Shape part, Setup setup) {
        return ExternalSlicing.isChosen(setup)
                ? external.estimate(mesh(part), setup)
                : PrintEstimate.of(mesh(part), PrintSettings.from(setup));
    }

    /** The shadow of the part on the plate. */
    @Override
    public Region footprint(Shape part, Setup setup) {
        return Shadow.of(mesh(part));
    }

    @Override
    public LayoutRules layoutRules(Setup setup) {
        PrintSettings settings = PrintSettings.from(setup);
        double brim = settings.get(PrintValue.BRIM);
        return new LayoutRules(
                marginMm(setup) + brim,
                setup.value("clearanceMm", CLEARANCE_MM) + 2 * brim + supportReachMm(setup),
                List.of(0, 90, 180, 270),
                settings.oneByOne() && !ExternalSlicing.isChosen(setup) ? OneByOne.head(settings) : null);
    }

    /** Kept free along the edge of the plate, for a part without a brim. */
    static double marginMm(Setup setup) {
        return setup.value("plateMarginMm", PLATE_MARGIN_MM) + supportReachMm(setup);
    }

    private static double supportReachMm(Setup setup) {
        return ExternalSlicing.isChosen(setup)
                ? ExternalSlicing.reachMm(setup)
                : SupportLevels.reachMm(PrintSettings.from(setup));
    }

    @Override
    public Program program(Build build, Setup setup) throws ProgramRefused {
        if (ExternalSlicing.isChosen(setup)) {
            return external.program(build, setup);
        }
        PrintSettings settings = PrintSettings.from(setup);
        PlatePrint.Written written = PlatePrint.of(build, settings, Bed.of(setup.equipment()));
        double volumeMm3 = written.filamentMm() * settings.filamentMm2();
        return new Program(
                written.text(),
                "marlin",
                PrintEstimate.duration(written.printingS() + settings.startS()),
                volumeMm3 / 1000 * settings.get(PrintValue.DENSITY),
                Map.of(
                        "printingS",
                        written.printingS(),
                        "startS",
                        settings.startS(),
                        "layers",
                        (double) written.layers(),
                        "filamentMm",
                        written.filamentMm(),
                        "filamentMm3",
                        volumeMm3,
                        "units",
                        (double) build.units().size()));
    }

    @Override
    public List<Characteristic> characteristics(Shape part, Setup setup) {
        Bounds bounds = part.bounds();
        return List.of(
                dimension("length-x", bounds.sizeX(), setup),
                dimension("length-y", bounds.sizeY(), setup),
                dimension("height-z", bounds.sizeZ(), setup),
                Characteristic.visual("surface"),
                Characteristic.visual("layer-adhesion"),
                Characteristic.visual("warping"));
    }

    private static Characteristic dimension(String name, double nominalMm, Setup setup) {
        double usual = Math.max(TOLERANCE_MM, TOLERANCE_SHARE * nominalMm);
        return Characteristic.dimension(name, nominalMm, setup.value("toleranceMm", usual));
    }

    @Override
    public List<Step> steps() {
        return List.of(
                step("prepare", StepScope.BUILD, StepKind.PREPARE, true, 240, 0),
                step("print", StepScope.BUILD, StepKind.RUN, false, 0, 0),
                step("remove", StepScope.BUILD, StepKind.REMOVE, true, 180, 30),
                step("finish", StepScope.WORK_ORDER, StepKind.FINISH, true, 60, 120),
                step("inspect", StepScope.WORK_ORDER, StepKind.INSPECT, true, 0, 120),
                step("pack", StepScope.WORK_ORDER, StepKind.PACK, true, 120, 60));
    }

    private static Step step(String name, StepScope on, StepKind kind, boolean attended, long fixedS, long perUnitS) {
        return new Step(name, on, kind, attended, Duration.ofSeconds(fixedS), Duration.ofSeconds(perUnitS), SKILL);
    }

    private static Mesh mesh(Shape part) {
        if (part instanceof Mesh mesh) {
            return mesh;
        }
        throw new IllegalArgumentException(
                "A printer needs a solid, this part is a flat outline.\nMaybe check it first.");
    }
}
