package org.millwright.processes;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A material as a process sees it.
 *
 * @param id short name, for instance {@code pla} or {@code plywood-3}
 * @param densityGPerCm3 mass per volume, greater than zero
 * @param thicknessMm of sheets; null for other forms
 * @param values process values by name with the unit in the name, for instance {@code nozzleC=210} or
 *     {@code cutMmPerMin=900}; from the factory's own data
 */
public record Material(
        String id,
        MaterialForm form,
        double densityGPerCm3,
        @Nullable Double thicknessMm,
        Map<String, Double> values) {
    public Material {
        values = Map.copyOf(values);
        if (!(densityGPerCm3 > 0)) {
            throw new IllegalArgumentException(
                    "Material %s needs a density above 0, got %s.".formatted(id, densityGPerCm3));
        }
        if (form == MaterialForm.SHEET && (thicknessMm == null || !(thicknessMm > 0))) {
            throw new IllegalArgumentException("Sheet material %s needs a thickness.".formatted(id));
        }
    }

    /** Thickness of sheet material. Throws {@link IllegalStateException} for other forms. */
    public double sheetThicknessMm() {
        return Optional.ofNullable(thicknessMm)
                .orElseThrow(() -> new IllegalStateException("Material %s is no sheet.".formatted(id)));
    }
}
