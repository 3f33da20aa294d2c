package org.millwright.factory.inventory.material;

import org.millwright.factory.facility.energy.CarbonFactor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.money.Money;
import org.millwright.processes.Material;
import org.millwright.processes.MaterialForm;

/**
 * A material that a factory works with.
 *
 * @param materialId the short name processes know it by, equal to {@code material.id()}
 * @param price of a kilogram or a square metre, as {@code basis} says
 * @param carbon per kilogram
 * @param recycling what its owner should do with it at the end, for the passport
 */
public record MaterialDefinition(
        FactoryId factory,
        String materialId,
        String name,
        Material material,
        Money price,
        PriceBasis basis,
        CarbonFactor carbon,
        String recycling) {
    public MaterialDefinition {
        if (!materialId.equals(material.id())) {
            throw new IllegalArgumentException(
                    "Material %s carries the process values of %s.".formatted(materialId, material.id()));
        }
        if (basis != PriceBasis.of(material.form())) {
            throw new IllegalArgumentException("The price of %s is %s.\nMaybe give it %s, as it is %s."
                    .formatted(materialId, basis, PriceBasis.of(material.form()), material.form()));
        }
        if (!carbon.unit().equals("kg")) {
            throw new IllegalArgumentException(
                    "The carbon factor of %s is per %s instead of per kg.".formatted(materialId, carbon.unit()));
        }
    }

    /**
     * Mass of an amount as lots count it.
     *
     * @param quantity mg of filament, mm² of sheet
     */
    public double massG(long quantity) {
        return material.form() == MaterialForm.FILAMENT
                ? quantity / 1000.0
                : quantity * material.sheetThicknessMm() * material.densityGPerCm3() / 1000.0;
    }
}
