package org.millwright.factory.planning.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.design.Designs;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrderState;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.Workshop;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.millwright.geometry.LengthUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A planner watches a sheet get denser, pins parts, stops, compares and adopts. */
@FactoryTest
@Import(Workshop.class)
class LiveLayoutsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private LiveLayouts layouts;

    @Autowired
    private WorkOrders workOrders;

    @Autowired
    private Designs designs;

    @Autowired
    private Lots lots;

    @Autowired
    private Workshop workshop;

    @Autowired
    private TestClock clock;

    private Workshop.Place place;
    private WorkOrderId order;
    private BuildPlan build;

    @BeforeEach
    void planASheet() {
        clock.set(TestClock.START);
        place = workshop.open(1);
        workshop.stock(place);
        order = workOrders.accept(workshop.cutting(place, bracket(), 9));
        workOrders.accept(workshop.cutting(place, star(), 9));
        workOrders.plan(place.id());
        build = workOrders.listBuildsOf(order).getFirst();
    }

    @Test
    void aDenserLayoutIsFoundWhileTheOneInForceStays() {
        LiveLayout better = denser(Set.of());
        assertThat(Objects.requireNonNull(better.after()).density())
                .isGreaterThan(better.before().density());
        assertThat(better.after().usedLengthMm()).isLessThan(better.before().usedLengthMm());
        assertThat(better.points()).hasSizeGreaterThan(1);
        assertThat(better.moved()).isNotEmpty();
        assertThat(workOrders.getBuild(build.id())).isEqualTo(build);
    }

    @Test
    void pinnedPartsKeepTheirPlaceAndAStoppedSearchEnds() {
        UnitId pinned = build.units().getFirst().unit();
        layouts.start(build.id(), Set.of(pinned));
        layouts.stop(build.id());
        await().atMost(PATIENCE).until(() -> !layouts.look(build.id()).running());
        assertThat(layouts.look(build.id()).pinned()).containsExactly(pinned);
        assertThat(layouts.look(build.id()).moved()).doesNotContain(pinned);
    }

    @Test
    void anAdoptedLayoutTakesThePlaceOfTheOldOneWithAllItsUnits() {
        LiveLayout better = denser(Set.of());
        BuildId adopted = layouts.adopt(build.id(), better.number(), OPERATOR);

        BuildPlan now = workOrders.getBuild(adopted);
        assertThat(now.state()).isEqualTo(BuildState.PLANNED);
        assertThat(now.units())
                .extracting(BuildPlan.Placed::unit)
                .containsExactlyInAnyOrderElementsOf(
                        build.units().stream().map(BuildPlan.Placed::unit).toList());
        assertThat(now.units()).isNotEqualTo(build.units());
        assertThat(Objects.requireNonNull(now.sheet()).lot())
                .isEqualTo(Objects.requireNonNull(build.sheet()).lot());
        assertThat(now.program()).isNotEqualTo(build.program());
        assertThat(workOrders.getBuild(build.id()).state()).isEqualTo(BuildState.CANCELLED);
        assertThat(workOrders.getWorkOrder(order).state()).isEqualTo(WorkOrderState.PLANNED);
        assertThat(workOrders.listOperationsOf(adopted)).allMatch(operation -> operation.machine() != null);
        assertThat(lots.checkLedger(place.id()).balanced()).isTrue();
    }

    @Test
    void whatWasNotSeenIsNotAdopted() {
        LiveLayout better = denser(Set.of());
        assertThatThrownBy(() -> layouts.adopt(build.id(), better.number() + 1, OPERATOR))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("layout-stale"));
        assertThat(workOrders.getBuild(build.id())).isEqualTo(build);
    }

    private LiveLayout denser(Set<UnitId> pinned) {
        layouts.start(build.id(), pinned);
        await().atMost(PATIENCE).until(() -> layouts.look(build.id()).best() != null);
        layouts.stop(build.id());
        await().atMost(PATIENCE).until(() -> !layouts.look(build.id()).running());
        return layouts.look(build.id());
    }

    private DesignId bracket() {
        return upload("bracket", "M0 0 H90 V20 H25 V70 H0 Z");
    }

    private DesignId star() {
        return upload("wedge", "M0 0 L80 15 L55 60 L20 45 Z");
    }

    private DesignId upload(String name, String path) {
        String svg = """
                <svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="100mm" viewBox="0 0 100 100">
                <path d="%s" fill="none" stroke="black"/></svg>""".formatted(path);
        return designs.upload(
                        place.id(),
                        name + ".svg",
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        LengthUnit.MILLIMETRE,
                        OPERATOR)
                .id();
    }
}
