package org.millwright.processes;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Region;
import org.millwright.geometry.Shape;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.plates.PlateRules;

/**
 * One way of making things. Implementations are pure: the same part and set-up give the same answers, byte for byte.
 * Found through {@link java.util.ServiceLoader}, so that a new process is one new package.
 */
public interface ManufacturingProcess {
    /** Short name in commands and records, for instance {@code printing}. */
    String id();

    /** The kind of machine that runs it, for instance {@code printer}. */
    String equipmentClass();

    /** The form its material comes in. */
    MaterialForm materialForm();

    /** Whether it works from this kind of shape at all. */
    boolean accepts(Shape part);

    /** Can it be made? Every reason why not and every risk, all at once, blocking ones first. */
    List<Finding> check(Shape part, Setup setup);

    /**
     * The name under which the limits that parts are judged by stand among those of
     * {@link org.millwright.processes.manufacturability.Limits}.
     */
    String judgedAs();

    /** With what settings? Name and value as an operator would read them, in display order. */
    List<Setting> settings(Setup setup);

    /** What does one unit take, made alone or among others? Only for parts without blocking findings. */
    Estimate estimate(Shape part, Setup setup);

    /** The room one unit needs on plate or sheet, in the part's own coordinates seen from above, clearance not included. */
    Region footprint(Shape part, Setup setup);

    /** How units may be laid out on plate or sheet. */
    LayoutRules layoutRules(Setup setup);

    /** Which program runs it? Throws {@link ProgramRefused} when the build cannot be programmed. */
    Program program(Build build, Setup setup) throws ProgramRefused;

    /** What must be inspected on each unit? */
    List<Characteristic> characteristics(Shape part, Setup setup);

    /** The steps from raw material to packed unit, in order, with usual durations. */
    List<Step> steps();

    /**
     * The steps with the factory's own durations: values {@code <step>S} (once) and {@code <step>PerUnitS}, for instance
     * {@code prepareS=300} or {@code finishPerUnitS=90}, replace the usual ones.
     */
    default List<Step> steps(Setup setup) {
        return steps().stream().map(step -> step.timed(setup)).toList();
    }

    /** A named setting with its unit, for people to read. */
    record Setting(String name, String value, String unit) {}

    /**
     * Distances for laying out units.
     *
     * @param marginMm kept free along the edge of plate or sheet
     * @param clearanceMm kept free between units
     * @param rotationsDeg rotations that do not change the result
     * @param head what must pass finished units when each is made before the next begins, lowest first; null when all
     *     grow together
     */
    record LayoutRules(
            double marginMm, double clearanceMm, List<Integer> rotationsDeg, PlateRules.@Nullable Head head) {
        public LayoutRules {
            rotationsDeg = List.copyOf(rotationsDeg);
        }

        /** For units that grow together or lie in a sheet. */
        public LayoutRules(double marginMm, double clearanceMm, List<Integer> rotationsDeg) {
            this(marginMm, clearanceMm, rotationsDeg, null);
        }

        /** The same for plates of the nesting engine; brims are part of the distances. */
        public PlateRules onPlate(double widthMm, double depthMm) {
            var together = PlateRules.layerByLayer(widthMm, depthMm, clearanceMm, 0, marginMm);
            return head == null ? together : together.objectByObject(head);
        }

        /** The rotations for the nesting engine; any where none is named. */
        public Orientations orientations() {
            return rotationsDeg.isEmpty()
                    ? Orientations.any()
                    : Orientations.of(rotationsDeg.stream()
                            .mapToDouble(Integer::doubleValue)
                            .toArray());
        }
    }

    /**
     * One step of the way.
     *
     * @param name {@code prepare}, {@code print}, {@code cut}, {@code remove}, {@code sort}, {@code finish}, {@code inspect} or {@code pack}
     * @param on what it is done to
     * @param attended whether a person is needed all the time
     * @param fixed time once per build or work order
     * @param perUnit additional time for each unit; the run itself takes what the program takes
     * @param skill the skill that a person needs, for instance {@code printing}
     */
    record Step(
            String name,
            StepScope on,
            StepKind kind,
            boolean attended,
            Duration fixed,
            Duration perUnit,
            String skill) {
        Step timed(Setup setup) {
            return new Step(
                    name,
                    on,
                    kind,
                    attended,
                    seconds(setup.value(name + "S", fixed.toMillis() / 1000.0)),
                    seconds(setup.value(name + "PerUnitS", perUnit.toMillis() / 1000.0)),
                    skill);
        }

        private static Duration seconds(double seconds) {
            return Duration.ofMillis(Math.round(seconds * 1000));
        }
    }

    /** Whether a step is done once to a whole plate or sheet, or to the units of one work order. */
    enum StepScope {
        BUILD,
        WORK_ORDER
    }

    /** What kind of work a step is. */
    enum StepKind {
        PREPARE,
        RUN,
        REMOVE,
        FINISH,
        INSPECT,
        PACK
    }
}
