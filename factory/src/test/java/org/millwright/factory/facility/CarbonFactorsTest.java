package org.millwright.factory.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.millwright.factory.facility.energy.CarbonFactor;
import org.millwright.factory.facility.energy.CarbonFactors;
import org.millwright.factory.platform.problem.Problem;

class CarbonFactorsTest {
    private final CarbonFactors factors = new CarbonFactors();

    @Test
    void aGridIsFoundByItsCountry() {
        assertThat(factors.grid("DEU").kgFor(1)).isBetween(0.05, 1.0);
        assertThat(factors.grid("DEU").source()).contains("Ember", "CC BY-SA 4.0");
    }

    @Test
    void aProxySaysThatItIsOne() {
        CarbonFactor pla = factors.material("pla");
        assertThat(pla.proxy()).isTrue();
        assertThat(pla.note()).contains("average of all plastics");
        assertThat(pla.source()).contains("DESNZ/Defra", "average plastics");
        assertThat(factors.material("cardboard").proxy()).isFalse();
    }

    @Test
    void freightIsPerTonneAndKilometre() {
        assertThat(factors.freight("air-long-haul").unit()).isEqualTo("t.km");
        assertThat(factors.freight("air-long-haul").kgCo2ePerUnit())
                .isGreaterThan(factors.freight("ship-container").kgCo2ePerUnit());
    }

    @Test
    void everyRowHasASourceAndAFigure() {
        assertThat(factors.listMaterials()).hasSizeGreaterThan(10).allSatisfy(key -> {
            assertThat(factors.material(key).source()).doesNotContain("null");
            assertThat(factors.material(key).kgCo2ePerUnit()).isGreaterThan(0);
        });
        assertThat(factors.listFreightModes())
                .hasSizeGreaterThan(4)
                .allSatisfy(mode ->
                        assertThat(factors.freight(mode).kgCo2ePerUnit()).isGreaterThan(0));
    }

    @Test
    void anUnknownMaterialIsRefusedWithThoseThatAreKnown() {
        assertThatThrownBy(() -> factors.material("unobtainium"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("unobtainium")
                .hasMessageContaining("plywood");
    }
}
