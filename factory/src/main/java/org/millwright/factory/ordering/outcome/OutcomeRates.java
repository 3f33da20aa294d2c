package org.millwright.factory.ordering.outcome;

import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.energy.CarbonFactors;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.inventory.material.PriceBasis;
import org.millwright.factory.platform.money.Money;

/** The factory's own rates as they are now, in the smallest unit of its currency. */
final class OutcomeRates {
    private final Factory factory;
    private final Map<UUID, Machine> machines = new HashMap<>();
    private final Map<String, MaterialDefinition> materials = new HashMap<>();
    private final CarbonFactors factors;
    private double unitMassG;

    OutcomeRates(
            Factory factory,
            Iterable<Machine> machines,
            Iterable<MaterialDefinition> materials,
            CarbonFactors factors) {
        this.factory = factory;
        machines.forEach(machine -> this.machines.put(machine.id().value(), machine));
        materials.forEach(material -> this.materials.put(material.materialId(), material));
        this.factors = factors;
    }

    Currency currency() {
        return factory.currency();
    }

    void weigh(double massG) {
        unitMassG = massG;
    }

    double energyPerKwhMinor() {
        return factory.rates().energyPerKwh().minor();
    }

    double labourPerHourMinor() {
        return factory.rates().labourPerHour().minor();
    }

    double gridKgPerKwh() {
        return factory.grid().gCo2ePerKwh() / 1000;
    }

    double runningW(@Nullable UUID id) {
        Machine machine = id == null ? null : machines.get(id);
        return machine == null ? 0 : machine.costs().runningW();
    }

    double machinePerHourMinor(@Nullable UUID id) {
        Machine machine = id == null ? null : machines.get(id);
        return machine == null
                ? 0
                : machine.costs().cost(Duration.ofHours(1000)).minor() / 1000.0;
    }

    double materialMinor(String materialId, double massG, double areaMm2) {
        MaterialDefinition material = materials.get(materialId);
        if (material == null) {
            return 0;
        }
        return material.basis() == PriceBasis.PER_KG
                ? material.price().minor() * massG / 1000
                : material.price().minor() * areaMm2 / 1e6;
    }

    /** Packing and the way to the buyer, for one unit. */
    double deliveryKgPerUnit() {
        double packingG = factory.rates().packingMassGPerUnit();
        double tonneKm = (unitMassG + packingG) / 1e6 * factory.rates().transportKm();
        return packingG / 1000 * factors.material("cardboard").kgCo2ePerUnit()
                + tonneKm * factors.freight(factory.rates().transportMode()).kgCo2ePerUnit();
    }

    Money packing(int packedUnits) {
        return packedUnits == 0
                ? Money.zero(currency())
                : factory.rates()
                        .packingPerOrder()
                        .plus(factory.rates().packingPerUnit().times(packedUnits));
    }
}
