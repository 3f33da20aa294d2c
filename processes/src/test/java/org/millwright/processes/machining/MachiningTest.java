package org.millwright.processes.machining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.processes.Parts.box;
import static org.millwright.processes.Parts.tube;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Mesh;
import org.millwright.processes.manufacturability.SolidFeatures;

class MachiningTest {
    @Test
    void harderMaterialTakesLongerAndMorePowerHelps() {
        Mesh part = tube(20, 12, 15, 64);
        double aluminium = seconds(part, "aluminium", Map.of());
        assertThat(seconds(part, "steel", Map.of())).isGreaterThan(1.5 * aluminium);
        assertThat(seconds(part, "titanium", Map.of())).isGreaterThan(seconds(part, "steel", Map.of()));
        assertThat(seconds(part, "steel", Map.of("spindleKw", 0.3))).isGreaterThan(seconds(part, "steel", Map.of()));
    }

    @Test
    void roughingRemovesTheBlockAtTheRateOfTheSpindle() {
        MillingEstimate estimate = estimate(box(40, 40, 20), "steel", Map.of("spindleKw", 0.5, "allowanceMm", 1.0));
        double removed = 42 * 42 * 22 - 40 * 40 * 20;
        assertThat(estimate.removedMm3()).isCloseTo(removed, within(1e-6));
        assertThat(estimate.terms().get("roughingS")).isCloseTo(removed / (350 / 2.2), within(1e-6));
    }

    /** What a workshop would say of a plain plate: minutes, most of them on the surface, and hours in hard metal for none. */
    @Test
    void plainPlateTakesMinutesAndGrowsWithItsSurface() {
        MillingEstimate plate = estimate(box(80, 50, 20), "aluminium", Map.of());
        MillingEstimate large = estimate(box(160, 100, 40), "aluminium", Map.of());
        assertThat(plate.machineS()).isBetween(300.0, 2400.0);
        assertThat(seconds(box(80, 50, 20), "steel", Map.of())).isBetween(plate.machineS(), 4 * 2400.0);
        assertThat(large.terms().get("finishingS")).isCloseTo(4 * plate.terms().get("finishingS"), within(1e-6));
        assertThat(large.machineS()).isBetween(1.5 * plate.machineS(), 4 * plate.machineS());
    }

    @Test
    void eachSideIsSetUp() {
        MillingEstimate block = estimate(box(40, 40, 20), "pom", Map.of());
        assertThat(block.sides()).isEqualTo(2);
        assertThat(block.setupS()).isEqualTo(1800 + 900);
    }

    @Test
    void cuttingSpeedsOfTheTableAreMetAndRunBetween() {
        assertThat(CuttingSpeeds.find("mild-steel", 3, 2).orElseThrow().cutMmPerMin())
                .isCloseTo(3900, within(1e-6));
        assertThat(CuttingSpeeds.find("mild-steel", 4, 2.5).orElseThrow().cutMmPerMin())
                .isBetween(2200.0, 4100.0);
        assertThat(CuttingSpeeds.find("plywood", 4, 0.07).orElseThrow().cutMmPerMin())
                .isBetween(390.0, 1170.0);
        assertThat(CuttingSpeeds.find("mild-steel", 40, 2)).isEmpty();
        assertThat(CuttingSpeeds.find("cheese", 3, 2)).isEmpty();
        assertThat(CuttingSpeeds.find("mild-steel", 3, 2).orElseThrow().seconds(3900, 2, 1000, 60_000))
                .isCloseTo(60 + 0.8 + 1, within(1e-6));
    }

    @Test
    void everyMaterialSaysWhereItsFiguresComeFrom() {
        assertThat(MillingMaterial.listMaterials())
                .isNotEmpty()
                .allSatisfy(material -> assertThat(material.source()).isNotBlank());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MillingMaterial.named("cheese"))
                .withMessageContaining("aluminium");
    }

    private static double seconds(Mesh part, String material, Map<String, Double> values) {
        return estimate(part, material, values).machineS();
    }

    private static MillingEstimate estimate(Mesh part, String material, Map<String, Double> values) {
        return MillingEstimate.of(new SolidFeatures(part), MillingMaterial.named(material), values);
    }
}
