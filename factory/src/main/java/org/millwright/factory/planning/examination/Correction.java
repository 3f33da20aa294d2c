package org.millwright.factory.planning.examination;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.millwright.processes.Estimate;
import org.millwright.processes.learning.CorrectionFactor;

/**
 * What finished runs of machines with a material taught about the times that were expected of them.
 *
 * @param materialId of the runs
 * @param learned the factor with its uncertainty
 */
public record Correction(String materialId, CorrectionFactor learned) {
    /** Before the first run. */
    public static Correction none(String materialId) {
        return new Correction(materialId, CorrectionFactor.from(List.of()));
    }

    /** Whether times are corrected: only when 1 lies outside the interval, so that chance moves no prices. */
    public boolean applies() {
        return learned.low() > 1 || learned.high() < 1;
    }

    /** What expected times are multiplied by. */
    public double factor() {
        return applies() ? learned.factor() : 1;
    }

    public Duration correct(Duration expected) {
        return applies() ? Duration.ofMillis(Math.round(expected.toMillis() * factor())) : expected;
    }

    /** The estimate with corrected times; its terms name the factor. */
    public Estimate correct(Estimate estimate) {
        if (!applies()) {
            return estimate;
        }
        Map<String, Double> terms = new TreeMap<>(estimate.terms());
        terms.put(Corrections.FACTOR, factor());
        return new Estimate(
                correct(estimate.machineTime()),
                correct(estimate.buildTime()),
                estimate.partMassG(),
                estimate.consumedMassG(),
                estimate.consumedAreaMm2(),
                terms);
    }
}
