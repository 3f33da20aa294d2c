package org.millwright.factory.production.web;

import java.util.List;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.examination.Correction;
import org.millwright.factory.planning.examination.Corrections;
import org.millwright.processes.learning.CorrectionFactor;
import org.springframework.stereotype.Component;

/** Reads what finished runs of a machine taught about its times, material by material. */
@Component
public class LearnedTimes {
    private final Corrections corrections;
    private final Lots lots;

    LearnedTimes(Corrections corrections, Lots lots) {
        this.corrections = corrections;
        this.lots = lots;
    }

    /**
     * One material.
     *
     * @param material its name
     * @param applies whether times are corrected by it
     */
    public record Line(String material, CorrectionFactor learned, boolean applies) {
        private static final double HALF = 100;
        /** What is drawn at the edges. */
        private static final double WIDEST_PERCENT = 40;

        /** By how much runs take longer than expected; below 0 when they are shorter. */
        public double percent() {
            return (learned.factor() - 1) * 100;
        }

        public double lowPercent() {
            return (learned.low() - 1) * 100;
        }

        public double highPercent() {
            return (learned.high() - 1) * 100;
        }

        /** Where it is drawn, from 0 to 200. */
        public double x(double percent) {
            return HALF + HALF * Math.clamp(percent / WIDEST_PERCENT, -1, 1);
        }
    }

    List<Line> list(Machine machine) {
        return corrections.list(machine.id()).stream()
                .map(correction -> line(machine, correction))
                .toList();
    }

    private Line line(Machine machine, Correction correction) {
        return new Line(
                lots.getMaterial(machine.factory(), correction.materialId()).name(),
                correction.learned(),
                correction.applies());
    }
}
