package org.millwright.factory.planning.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.Workshop;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.millwright.geometry.Finding;
import org.millwright.geometry.LengthUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What buyers, planners and operators are told about a part before it is made. */
@FactoryTest
@Import(Workshop.class)
class JudgedPartsTest {
    @Autowired
    private WorkOrders workOrders;

    @Autowired
    private Workshop workshop;

    @Autowired
    private Factories factories;

    @Autowired
    private Designs designs;

    @Autowired
    private TestClock clock;

    private Workshop.Place place;

    @BeforeEach
    void openWorkshop() {
        clock.set(TestClock.START);
        place = workshop.open(1);
        workshop.stock(place);
    }

    @Test
    void aThinWallIsToldOnceWithPlaceValueLimitAndSource() {
        List<Finding> findings = findings(workshop.block(place, 40, 0.9, 15), "printing", "pla");
        assertThat(findings)
                .extracting(Finding::check)
                .contains("thin")
                .doesNotContain("slim-wall", "thin-wall", "makeable");
        Finding thin = findings.stream()
                .filter(finding -> finding.check().equals("thin"))
                .findFirst()
                .orElseThrow();
        assertThat(thin.at()).isNotNull();
        assertThat((Double) Objects.requireNonNull(thin.arguments().get("value")))
                .isBetween(0.89, 0.91);
        assertThat(thin.arguments()).containsEntry("limit", 1.2).containsKeys("unit", "source");
    }

    @Test
    void aMachineWithAFinerNozzleHasALimitOfItsOwn() {
        DesignId wall = workshop.block(place, 40, 0.9, 15);
        setValue(place.printers().getFirst(), "minWallMm", 0.8);
        assertThat(findings(wall, "printing", "pla")).extracting(Finding::check).doesNotContain("thin", "slim-wall");
        setValue(place.printers().getFirst(), "minWallMm", 1.0);
        assertThat(findings(wall, "printing", "pla"))
                .filteredOn(finding -> finding.check().equals("thin"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments())
                        .containsEntry("limit", 1.0)
                        .containsEntry("source", "the factory's own value"));
    }

    @Test
    void ofManyLikeFindingsTheWorstAreToldAndTheOthersCounted() {
        var svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300mm\" height=\"100mm\" viewBox=\"0 0 300 100\">"
                        + "<rect width=\"300\" height=\"100\"/>");
        for (int i = 0; i < 20; i++) {
            svg.append("<circle cx=\"%d\" cy=\"50\" r=\"%s\"/>".formatted(12 + 14 * i, 0.8 + 0.02 * i));
        }
        DesignId sieve = designs.upload(
                        place.id(),
                        "sieve.svg",
                        new ByteArrayInputStream(svg.append("</svg>").toString().getBytes(StandardCharsets.UTF_8)),
                        LengthUnit.MILLIMETRE,
                        OPERATOR)
                .id();
        List<Finding> holes = findings(sieve, "cutting", "plywood-3").stream()
                .filter(finding -> finding.check().equals("small-sheet-hole"))
                .toList();
        assertThat(holes).hasSize(4);
        assertThat((Double) Objects.requireNonNull(holes.getFirst().arguments().get("diameterMm")))
                .isBetween(1.5, 1.65);
        assertThat(holes.getLast().arguments()).containsEntry("more", 16);
    }

    private List<Finding> findings(DesignId design, String process, String material) {
        return workOrders
                .examine(place.id(), design, process, material, Map.of())
                .findings();
    }

    private void setValue(MachineId id, String name, double value) {
        Machine machine = factories.getMachine(id);
        Map<String, Double> values = new HashMap<>(machine.equipment().values());
        values.put(name, value);
        factories.updateMachine(machine.with(machine.equipment().with(values)), OPERATOR);
    }
}
