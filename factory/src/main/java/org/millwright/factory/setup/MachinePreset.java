package org.millwright.factory.setup;

import java.math.BigDecimal;
import java.util.Map;

/** A usual machine with usual values to begin with; amounts in the currency of the factory. */
public record MachinePreset(
        String id,
        String name,
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
        double idleW) {}
