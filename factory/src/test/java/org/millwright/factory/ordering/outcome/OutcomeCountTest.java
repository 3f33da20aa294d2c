package org.millwright.factory.ordering.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.millwright.factory.facility.energy.CarbonFactors;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.journal.Ref;
import org.millwright.factory.platform.journal.StoredEntry;
import org.millwright.factory.testing.SampleFactory;

class OutcomeCountTest {
    private static final UUID BUILD = new UUID(1, 1);
    private static final UUID LARGE = new UUID(2, 1);
    private static final UUID SMALL = new UUID(2, 2);
    private static final Map<String, Object> HALF_THE_TIME = Map.of(LARGE.toString(), 0.5, SMALL.toString(), 0.5);

    @Test
    void aSheetIsSharedByTheRoomThatPartsTakeWasteIncluded() {
        Map<String, Object> planned =
                Map.of("shares", HALF_THE_TIME, "areasMm2", Map.of(LARGE.toString(), 3000.0, SMALL.toString(), 1000.0));
        Outcome large = count(LARGE, planned);
        assertThat(large.sheetMm2()).isEqualTo(6000);
        assertThat(large.partsMm2()).isEqualTo(3000);
        assertThat(large.materialG()).isEqualTo(75);
        assertThat(large.carbonKg()).isCloseTo(0.15, within(1e-9));
        Outcome small = count(SMALL, planned);
        assertThat(small.sheetMm2() + large.sheetMm2()).isEqualTo(8000);
        assertThat(small.materialG() + large.materialG()).isEqualTo(100);
    }

    @Test
    void withoutAreasMaterialIsSharedLikeTheRun() {
        Outcome outcome = count(SMALL, Map.of("shares", HALF_THE_TIME));
        assertThat(outcome.materialG()).isEqualTo(50);
        assertThat(outcome.sheetMm2()).isZero();
    }

    private static Outcome count(UUID unit, Map<String, Object> planned) {
        var ids = new Ids(() -> Instant.EPOCH);
        var factory = SampleFactory.factory(ids);
        var rates =
                new OutcomeRates(factory, List.of(), List.of(SampleFactory.plywood(factory.id())), new CarbonFactors());
        List<Ref> units = List.of(new Ref("unit", LARGE), new Ref("unit", SMALL));
        return new OutcomeCount(Set.of(unit), rates)
                .count(
                        List.of(
                                entry(factory.id(), 1, "BuildPlanned", planned, units),
                                entry(
                                        factory.id(),
                                        2,
                                        "MaterialConsumed",
                                        Map.of(
                                                "reference",
                                                BUILD.toString(),
                                                "materialId",
                                                "plywood-3",
                                                "massG",
                                                100.0,
                                                "areaMm2",
                                                8000.0,
                                                "carbon",
                                                Map.of("kgCo2ePerUnit", 2.0)),
                                        units)),
                        0);
    }

    private static StoredEntry entry(
            FactoryId factory, long sequence, String type, Map<String, Object> payload, List<Ref> refs) {
        return new StoredEntry(
                factory,
                sequence,
                Instant.EPOCH,
                Instant.EPOCH,
                SampleFactory.OPERATOR,
                type,
                "build",
                BUILD,
                null,
                refs,
                payload,
                "",
                "");
    }
}
