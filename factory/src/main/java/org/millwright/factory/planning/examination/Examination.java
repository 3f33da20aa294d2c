package org.millwright.factory.planning.examination;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;
import org.millwright.geometry.Finding;
import org.millwright.processes.Estimate;
import org.millwright.processes.ManufacturingProcess.Step;
import org.millwright.processes.Setup;

/**
 * Whether and how this factory can make a design: on which machines, what one unit takes, how many share a plate or sheet.
 *
 * @param setup material, equipment and options; null when there is no machine for it
 * @param findings everything that was noticed, blocking ones first
 * @param estimate of one unit; null when it cannot be made
 * @param unitsPerBuild how many units one run makes, by room and by the longest run; 0 when it cannot be made
 * @param machines the interchangeable machines it can be made on, by number
 * @param stockWidthMm width of the plate or sheet that {@code unitsPerBuild} was laid out on
 * @param stockHeightMm its other side
 * @param steps of the process
 * @param correction what finished runs taught about the times of the estimate, which are corrected by it
 */
public record Examination(
        @Nullable Setup setup,
        List<Finding> findings,
        @Nullable Estimate estimate,
        int unitsPerBuild,
        List<MachineId> machines,
        double stockWidthMm,
        double stockHeightMm,
        List<Step> steps,
        Correction correction) {
    public Examination {
        findings = List.copyOf(findings);
        machines = List.copyOf(machines);
        steps = List.copyOf(steps);
    }

    /** The same with other findings. */
    public Examination with(List<Finding> others) {
        return new Examination(
                setup, others, estimate, unitsPerBuild, machines, stockWidthMm, stockHeightMm, steps, correction);
    }

    public boolean makeable() {
        return estimate != null && unitsPerBuild > 0 && findings.stream().noneMatch(Finding::blocks);
    }

    /** Plates or sheets that a quantity takes when nothing else is on them. */
    public int builds(int quantity) {
        return unitsPerBuild == 0 ? 0 : Math.ceilDiv(quantity, unitsPerBuild);
    }

    /** Time of one run with so many units on it. Only for what can be made. */
    public Duration runTime(int units) {
        if (estimate == null) {
            throw new IllegalStateException("What cannot be made has no run time; look at the findings first.");
        }
        return estimate.buildTime().plus(estimate.machineTime().multipliedBy(units));
    }
}
