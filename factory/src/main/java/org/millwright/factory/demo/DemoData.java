package org.millwright.factory.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.processes.MaterialForm;

/** The shape of {@code demo/factory.json}; amounts in the currency of the factory. */
record DemoData(
        String name,
        String country,
        String city,
        String address,
        double latitudeDeg,
        double longitudeDeg,
        String currency,
        String zone,
        String language,
        Rates rates,
        EnergyHours energyHours,
        Parcel sending,
        List<MachineKind> machines,
        List<Worker> people,
        List<MaterialKind> materials,
        List<Spools> spools,
        List<Sheets> sheets) {

    record Rates(
            BigDecimal labourPerHour,
            BigDecimal energyPerKwh,
            BigDecimal packingPerOrder,
            BigDecimal packingPerUnit,
            double packingMassGPerUnit,
            double overheadPercent,
            double marginPercent,
            int quoteValidDays,
            double transportKm,
            String transportMode) {}

    record EnergyHours(List<BigDecimal> pricePerKwh, String source) {}

    record Parcel(BigDecimal price, int days) {}

    record MachineKind(
            List<String> names,
            String equipmentClass,
            String model,
            double widthMm,
            double depthMm,
            double heightMm,
            Map<String, Double> values,
            String address,
            String addressSettings,
            BigDecimal price,
            double lifeYears,
            double hoursPerYear,
            BigDecimal maintenancePerYear,
            double runningW,
            double idleW,
            String hours) {}

    record Worker(String name, String role, Set<String> skills, String hours) {}

    record MaterialKind(
            String id,
            String name,
            MaterialForm form,
            double densityGPerCm3,
            @Nullable Double thicknessMm,
            Map<String, Double> values,
            BigDecimal price,
            String carbon,
            String recycling) {}

    record Spools(String material, double massG, int count, String supplier) {}

    record Sheets(String material, double widthMm, double heightMm, int pieces, String supplier) {}
}
