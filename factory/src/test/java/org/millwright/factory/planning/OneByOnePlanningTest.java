package org.millwright.factory.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.build.Plate;
import org.millwright.factory.planning.layout.LiveLayouts;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A printer that finishes each part before the next: plates leave room for its head and say the order. */
@FactoryTest
@Import(Workshop.class)
class OneByOnePlanningTest {
    private static final double RADIUS_MM = 40;
    private static final double SIDE_MM = 20;

    @Autowired
    private WorkOrders workOrders;

    @Autowired
    private Factories factories;

    @Autowired
    private LiveLayouts layouts;

    @Autowired
    private Workshop workshop;

    @Autowired
    private TestClock clock;

    private final Map<UnitId, Double> heightsMm = new HashMap<>();
    private Workshop.Place place;

    @BeforeEach
    void openAWorkshop() {
        clock.set(TestClock.START);
        place = workshop.open(1);
        workshop.stock(place);
        Machine printer = factories.getMachine(place.printers().getFirst());
        Map<String, Double> values = new HashMap<>(printer.equipment().values());
        values.putAll(Map.of(
                "oneByOne", 1.0, "headRadiusMm", RADIUS_MM, "headAboveNozzleMm", 3.0, "gantryAboveNozzleMm", 25.0));
        factories.updateMachine(printer.with(printer.equipment().with(values)), OPERATOR);
    }

    @Test
    void tallPartsKeepTheHeadsDistanceAndOnlyOneStandsAboveTheGantry() {
        List<BuildPlan> builds = planned(Map.of(2.0, 4, 10.0, 6, 40.0, 2));
        assertThat(builds).hasSizeGreaterThan(1);
        for (BuildPlan build : builds) {
            List<Plate.Part> inOrder =
                    new ArrayList<>(workOrders.plate(build.id()).parts());
            inOrder.sort(Comparator.comparingInt(Plate.Part::turn));
            double lastMm = 0;
            for (int i = 0; i < inOrder.size(); i++) {
                Plate.Part part = inOrder.get(i);
                assertThat(part.turn()).isEqualTo(i + 1);
                assertThat(height(part)).isGreaterThanOrEqualTo(lastMm);
                lastMm = height(part);
                for (Plate.Part later : inOrder.subList(i + 1, inOrder.size())) {
                    assertThat(Math.hypot(part.centreXMm() - later.centreXMm(), part.centreYMm() - later.centreYMm()))
                            .as("%s beside %s", part, later)
                            .isGreaterThan(height(part) > 3 ? RADIUS_MM + SIDE_MM - 0.1 : SIDE_MM);
                }
            }
            assertThat(inOrder.stream().filter(part -> height(part) > 25)).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void aLiveSearchKnowsTheHeadToo() {
        BuildPlan build = planned(Map.of(10.0, 4)).getFirst();
        layouts.start(build.id(), Set.of());
        layouts.stop(build.id());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !layouts.look(build.id()).running());
        assertThat(layouts.look(build.id()).points()).isNotEmpty();
    }

    /** @param quantities of blocks by their height in mm */
    private List<BuildPlan> planned(Map<Double, Integer> quantities) {
        Set<BuildId> ids = new HashSet<>();
        List<BuildPlan> builds = new ArrayList<>();
        Map<WorkOrderId, Double> orders = new HashMap<>();
        quantities.forEach((heightMm, quantity) -> {
            DesignId block = workshop.block(place, SIDE_MM, SIDE_MM, heightMm);
            orders.put(workOrders.accept(workshop.printing(place, block, quantity)), heightMm);
        });
        workOrders.plan(place.id());
        orders.forEach((order, heightMm) -> {
            workOrders.listUnits(order).forEach(unit -> heightsMm.put(unit.id(), heightMm));
            workOrders.listBuildsOf(order).stream()
                    .filter(build -> build.state() == BuildState.PLANNED && ids.add(build.id()))
                    .forEach(builds::add);
        });
        assertThat(builds.stream().mapToInt(build -> build.units().size()).sum())
                .isEqualTo(
                        quantities.values().stream().mapToInt(Integer::intValue).sum());
        return builds;
    }

    private double height(Plate.Part part) {
        return heightsMm.getOrDefault(part.unit(), 0.0);
    }
}
