package org.millwright.factory.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.examination.Correction;
import org.millwright.factory.planning.examination.Corrections;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.TestClock;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Times that learn from finished runs. */
@FactoryTest
@Import(Workshop.class)
class CorrectionsTest {
    @Autowired
    private WorkOrders workOrders;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Workshop workshop;

    @Autowired
    private TestClock clock;

    private Workshop.Place place;
    private DesignId block;

    @BeforeEach
    void openWorkshop() {
        clock.set(TestClock.START);
        place = workshop.open(1);
        workshop.spool(place, 50_000);
        block = workshop.block(place, 30, 20, 10);
    }

    @Test
    void withoutRunsNothingIsCorrected() {
        assertThat(correction()).returns(1.0, Correction::factor).returns(false, Correction::applies);
        assertThat(corrections.list(place.printers().getFirst())).isEmpty();
    }

    @Test
    void oneSlowRunMovesTheFactorButNoPriceYet() {
        Duration before = estimated();
        run(1.3);
        assertThat(correction().learned().factor()).isBetween(1.01, 1.3);
        assertThat(correction().applies()).isFalse();
        assertThat(estimated()).isEqualTo(before);
    }

    @Test
    void aMachineThatIsAlwaysSlowerIsEstimatedAndPlannedSlower() {
        Duration before = estimated();
        Duration expectedFirst = run(1.3);
        for (int i = 0; i < 14; i++) {
            run(1.3);
        }
        double factor = correction().factor();
        assertThat(correction().learned().jobs()).isEqualTo(15);
        assertThat(factor).isBetween(1.2, 1.3);
        assertThat(estimated().toMillis() / (double) before.toMillis()).isCloseTo(factor, within(1e-3));
        // What is planned is corrected, and what is learned stays against the uncorrected time: the factor does not run
        // away.
        Duration expectedLast = run(1.3);
        assertThat(expectedLast.toMillis() / (double) expectedFirst.toMillis()).isCloseTo(factor, within(1e-3));
        assertThat(correction().learned().factor()).isCloseTo(factor, within(0.01));
        assertThat(corrections.list(place.printers().getFirst()))
                .singleElement()
                .returns("pla", Correction::materialId);
    }

    private Correction correction() {
        return corrections.get(place.printers(), "pla");
    }

    private Duration estimated() {
        return Objects.requireNonNull(workOrders
                        .examine(place.id(), block, "printing", "pla", Map.of())
                        .estimate())
                .machineTime();
    }

    private static double uncorrectedMs(BuildPlan build) {
        return build.expectedTime().toMillis() / build.terms().getOrDefault(Corrections.FACTOR, 1.0);
    }

    /** Plans and runs one plate that takes so many times as long as its program says; returns what was expected. */
    private Duration run(double times) {
        WorkOrderId order = workOrders.accept(workshop.printing(place, block, 1));
        workOrders.plan(place.id());
        BuildPlan build = workOrders.listBuildsOf(order).getFirst();
        for (PlannedOperation operation : workOrders.listOperationsOf(build.id())) {
            boolean isRun = operation.kind() == StepKind.RUN;
            workOrders.start(
                    operation.id(),
                    operation.attended() ? place.operator() : null,
                    place.printers().getFirst(),
                    clock.instant(),
                    OPERATOR);
            Duration took = isRun ? Duration.ofMillis(Math.round(uncorrectedMs(build) * times)) : Duration.ofMinutes(3);
            clock.set(clock.instant().plus(took));
            workOrders.finish(operation.id(), clock.instant(), OPERATOR);
        }
        workOrders.listUnits(order).forEach(unit -> workOrders.markUnit(unit.id(), UnitState.MADE, OPERATOR, ""));
        return build.expectedTime();
    }
}
