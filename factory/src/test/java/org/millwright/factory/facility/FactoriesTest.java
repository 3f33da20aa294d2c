package org.millwright.factory.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;
import static org.millwright.factory.testing.SampleFactory.eur;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.StoredEntry;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.SampleFactory;
import org.millwright.factory.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@FactoryTest
@RecordApplicationEvents
class FactoriesTest {
    @Autowired
    private Factories factories;

    @Autowired
    private Journal journal;

    @Autowired
    private Ids ids;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationEvents events;

    private Factory factory;

    @BeforeEach
    void addFactory() {
        factory = factories.addFactory(SampleFactory.factory(ids), OPERATOR);
    }

    @Test
    void whatWasAddedIsReadBackUnchanged() {
        Machine machine = factories.addMachine(SampleFactory.printer(ids, factory.id(), 1), OPERATOR);
        Person person = factories.addPerson(SampleFactory.operator(ids, factory.id()), OPERATOR);
        assertThat(factories.getFactory(factory.id())).isEqualTo(factory);
        assertThat(factories.getMachine(machine.id())).isEqualTo(machine);
        assertThat(factories.listMachines(factory.id())).containsExactly(machine);
        assertThat(factories.getPerson(person.id())).isEqualTo(person);
        assertThat(factories.listPeople(factory.id())).containsExactly(person);
        assertThat(factories.listFactories()).contains(factory);
    }

    @Test
    void otherRatesHoldFromNowOn() {
        CostRates dearer = new CostRates(eur(4000), eur(40), eur(300), eur(60), 50, 10, 25, 7, 100, "rail");
        factories.updateRates(factory.id(), dearer, OPERATOR);
        assertThat(factories.getFactory(factory.id()).rates()).isEqualTo(dearer);
        assertThat(journal.listAbout(factory.id().value()))
                .extracting(StoredEntry::type)
                .containsExactly("FactoryAdded", "RatesChanged");
    }

    @Test
    void aModeOfTransportWithoutACarbonFactorIsRefused() {
        CostRates rates = new CostRates(eur(1), eur(1), eur(1), eur(1), 1, 1, 1, 1, 1, "camel");
        assertThatThrownBy(() -> factories.updateRates(factory.id(), rates, OPERATOR))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("camel")
                .hasMessageContaining("van-diesel");
        assertThat(factories.getFactory(factory.id()).rates()).isEqualTo(factory.rates());
    }

    @Test
    void aMachineGoesDownAndComesBack() {
        Machine machine = factories.addMachine(SampleFactory.printer(ids, factory.id(), 1), OPERATOR);
        factories.markDown(machine.id(), "nozzle clogged", null, OPERATOR);
        clock.advance(Duration.ofMinutes(5));
        factories.markDown(machine.id(), "hotend broken", clock.instant().plus(Duration.ofDays(1)), OPERATOR);
        assertThat(factories.listDowntimes(factory.id())).singleElement().satisfies(downtime -> {
            assertThat(downtime.reason()).isEqualTo("hotend broken");
            assertThat(downtime.from()).isEqualTo(clock.instant().minus(Duration.ofMinutes(5)));
        });
        factories.markUp(machine.id(), OPERATOR);
        factories.markUp(machine.id(), OPERATOR);
        assertThat(factories.listDowntimes(factory.id())).isEmpty();
        assertThat(events.stream(MachineWentDown.class)).hasSize(2);
        assertThat(events.stream(MachineCameBack.class)).hasSize(1);
    }

    @Test
    void aDowntimeEndsByItself() {
        Machine machine = factories.addMachine(SampleFactory.printer(ids, factory.id(), 1), OPERATOR);
        factories.markDown(machine.id(), "service", clock.instant().plus(Duration.ofHours(2)), OPERATOR);
        clock.advance(Duration.ofHours(2));
        assertThat(factories.listDowntimes(factory.id())).isEmpty();
    }

    @Test
    void aVirtualMachineIsJournaledAsSimulated() {
        Machine machine = factories.addMachine(SampleFactory.printer(ids, factory.id(), 1), OPERATOR);
        assertThat(journal.listAbout(machine.id().value()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.payload()).containsEntry("simulated", true));
    }

    @Test
    void theMachineRateIsPriceOverLifePlusMaintenanceOverHours() {
        // (80000 ÷ 5 + 6000) ÷ 2000 = 11 cents an hour; 90 minutes at the exact rate are 16.5.
        MachineCosts costs = SampleFactory.printer(ids, factory.id(), 1).costs();
        assertThat(costs.ratePerHour()).isEqualTo(eur(11));
        assertThat(costs.cost(Duration.ofMinutes(90))).isEqualTo(eur(16));
        assertThat(costs.cost(Duration.ofHours(1000))).isEqualTo(eur(11_000));
    }

    @Test
    void anUnknownMachineIsRefusedByName() {
        MachineId unknown = new MachineId(ids.next());
        assertThatThrownBy(() -> factories.getMachine(unknown)).hasMessageContaining(unknown.toString());
    }
}
