package org.millwright.factory.setup;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.processes.MaterialForm;

/** A usual material with usual values to begin with; the price in the currency of the factory. */
public record MaterialPreset(
        String id,
        String name,
        MaterialForm form,
        double densityGPerCm3,
        @Nullable Double thicknessMm,
        Map<String, Double> values,
        BigDecimal price,
        String carbon,
        String recycling) {}
