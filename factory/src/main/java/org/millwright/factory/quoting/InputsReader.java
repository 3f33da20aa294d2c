package org.millwright.factory.quoting;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.CostRates;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.energy.CarbonFactor;
import org.millwright.factory.facility.energy.CarbonFactors;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.inventory.material.PriceBasis;
import org.millwright.factory.planning.examination.Correction;
import org.millwright.factory.planning.examination.Examination;
import org.millwright.factory.quoting.calculation.QuoteInputs;
import org.millwright.processes.Estimate;
import org.millwright.processes.ManufacturingProcess.Step;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.millwright.processes.ManufacturingProcess.StepScope;
import org.millwright.processes.learning.CorrectionFactor;
import org.springframework.stereotype.Component;

/** Gathers what a price is computed from: the factory's rates, its machine, its material and what one unit takes. */
@Component
class InputsReader {
    private static final String PACKING = "cardboard";

    private final Factories factories;
    private final Lots lots;
    private final CarbonFactors carbon;

    InputsReader(Factories factories, Lots lots, CarbonFactors carbon) {
        this.factories = factories;
        this.lots = lots;
        this.carbon = carbon;
    }

    QuoteInputs read(QuoteRequest request, Examination examination, Estimate estimate) {
        Factory factory = factories.getFactory(request.factory());
        CostRates rates = factory.rates();
        Machine machine = factories.getMachine(examination.machines().getFirst());
        return new QuoteInputs(
                factory.currency().getCurrencyCode(),
                request.quantity(),
                examination.unitsPerBuild(),
                material(lots.getMaterial(request.factory(), request.materialId())),
                part(estimate),
                work(examination.steps()),
                machine(machine),
                rates(rates),
                new QuoteInputs.Factor(
                        factory.grid().gCo2ePerKwh() / 1000,
                        "kWh",
                        factory.grid().source(),
                        factory.grid().year(),
                        false),
                factor(carbon.material(PACKING)),
                factor(carbon.freight(rates.transportMode())),
                correction(examination.correction()));
    }

    private static QuoteInputs.@Nullable Correction correction(Correction correction) {
        CorrectionFactor learned = correction.learned();
        return correction.applies()
                ? new QuoteInputs.Correction(learned.factor(), learned.low(), learned.high(), learned.jobs())
                : null;
    }

    private static QuoteInputs.Material material(MaterialDefinition material) {
        return new QuoteInputs.Material(
                material.name(),
                material.price().minor(),
                material.basis() == PriceBasis.PER_M2,
                factor(material.carbon()));
    }

    private static QuoteInputs.Part part(Estimate estimate) {
        return new QuoteInputs.Part(
                estimate.consumedMassG(),
                estimate.consumedAreaMm2(),
                estimate.partMassG(),
                seconds(estimate.buildTime()),
                seconds(estimate.machineTime()));
    }

    private static QuoteInputs.Work work(List<Step> steps) {
        double prepareS = 0;
        double removeS = 0;
        double removePerUnitS = 0;
        double orderS = 0;
        double orderPerUnitS = 0;
        boolean runAttended = false;
        for (Step step : steps) {
            if (step.kind() == StepKind.RUN) {
                runAttended |= step.attended();
            } else if (step.on() == StepScope.WORK_ORDER) {
                orderS += seconds(step.fixed());
                orderPerUnitS += seconds(step.perUnit());
            } else if (step.kind() == StepKind.PREPARE) {
                prepareS += seconds(step.fixed());
            } else {
                removeS += seconds(step.fixed());
                removePerUnitS += seconds(step.perUnit());
            }
        }
        return new QuoteInputs.Work(prepareS, removeS, removePerUnitS, orderS, orderPerUnitS, runAttended);
    }

    private static QuoteInputs.Machine machine(Machine machine) {
        return new QuoteInputs.Machine(
                machine.name(),
                machine.costs().price().minor(),
                machine.costs().lifeYears(),
                machine.costs().hoursPerYear(),
                machine.costs().maintenancePerYear().minor(),
                machine.costs().runningW());
    }

    private static QuoteInputs.Rates rates(CostRates rates) {
        return new QuoteInputs.Rates(
                rates.labourPerHour().minor(),
                rates.energyPerKwh().minor(),
                rates.packingPerOrder().minor(),
                rates.packingPerUnit().minor(),
                rates.packingMassGPerUnit(),
                rates.overheadPercent(),
                rates.marginPercent(),
                rates.transportKm(),
                rates.transportMode());
    }

    private static QuoteInputs.Factor factor(CarbonFactor factor) {
        return new QuoteInputs.Factor(
                factor.kgCo2ePerUnit(), factor.unit(), factor.source(), factor.year(), factor.proxy());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
