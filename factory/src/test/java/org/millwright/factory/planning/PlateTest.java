package org.millwright.factory.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.millwright.factory.planning.build.Plate;
import org.millwright.factory.planning.unit.UnitId;

class PlateTest {
    private static Plate.Part part(double roomMm) {
        return new Plate.Part(new UnitId(UUID.randomUUID()), "MW-0007-0012", "M0 0L9 0L9 9Z", 5, 5, roomMm, 1, 3);
    }

    @Test
    void labelsStayInTheirPartsAndGrowNoLargerThanAskedFor() {
        assertThat(part(200).labelMm(7)).isEqualTo(7);
        Plate.Part small = part(6);
        assertThat(small.label()).isEqualTo("3 · 0012");
        assertThat(small.labelMm(7) * 0.6 * small.label().length()).isLessThan(12);
    }

    @Test
    void platesOfDifferentPartsCanBeClippedOnOnePage() {
        var one = new Plate(100, 100, "M0 0L99 0L99 99Z", true, List.of(part(5)));
        var other = new Plate(100, 100, "M0 0L99 0L99 99Z", true, List.of(part(6)));
        assertThat(one.outlineId()).isNotEqualTo(other.outlineId()).matches("[a-z][a-z0-9-]*");
    }
}
