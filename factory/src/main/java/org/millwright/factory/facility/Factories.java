package org.millwright.factory.facility;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.store.DowntimeStore;
import org.millwright.factory.facility.store.FacilityJournal;
import org.millwright.factory.facility.store.FactoryStore;
import org.millwright.factory.facility.store.MachineStore;
import org.millwright.factory.facility.store.PersonStore;
import org.millwright.factory.facility.store.SendingStore;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The factories of this installation with their machines and people. */
@Service
@Transactional
public class Factories {
    private final FactoryStore factories;
    private final MachineStore machines;
    private final PersonStore people;
    private final DowntimeStore downtimes;
    private final SendingStore sendings;
    private final FacilityJournal journal;
    private final FactoryClock clock;
    private final ApplicationEventPublisher events;

    Factories(
            FactoryStore factories,
            MachineStore machines,
            PersonStore people,
            DowntimeStore downtimes,
            SendingStore sendings,
            FacilityJournal journal,
            FactoryClock clock,
            ApplicationEventPublisher events) {
        this.factories = factories;
        this.machines = machines;
        this.people = people;
        this.downtimes = downtimes;
        this.sendings = sendings;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Factory getFactory(FactoryId id) {
        return findFactory(id).orElseThrow(() -> missing("factory-missing", id.value()));
    }

    @Transactional(readOnly = true)
    public Optional<Factory> findFactory(FactoryId id) {
        return factories.find(id);
    }

    @Transactional(readOnly = true)
    public List<Factory> listFactories() {
        return factories.list();
    }

    /**
     * Adds a factory.
     *
     * @throws Problem {@code carbon-freight-unknown} when its mode of transport has no factor
     */
    public Factory addFactory(Factory factory, Actor actor) {
        factories.insert(factory);
        journal.factory("FactoryAdded", factory, actor);
        return factory;
    }

    /** Replaces everything but the id, and the currency, in which amounts are already kept. */
    public Factory updateFactory(Factory factory, Actor actor) {
        Factory before = getFactory(factory.id());
        if (!before.currency().equals(factory.currency())) {
            throw Problem.of(
                    Problem.Kind.REFUSED,
                    "factory-currency",
                    Map.of(
                            "factory",
                            before.name(),
                            "currency",
                            before.currency().getCurrencyCode()));
        }
        factories.update(factory);
        journal.factory("FactoryChanged", factory, actor);
        return factory;
    }

    public void updateRates(FactoryId id, CostRates rates, Actor actor) {
        Factory factory = getFactory(id).with(rates);
        factories.update(factory);
        journal.rates(factory, actor);
    }

    /** How orders are sent; empty when they can only be picked up. */
    @Transactional(readOnly = true)
    public Optional<Sending> findSending(FactoryId id) {
        return sendings.find(id, getFactory(id).currency());
    }

    /** Changes how orders are sent from now on; null when they can only be picked up. */
    public void updateSending(FactoryId id, @Nullable Sending sending, Actor actor) {
        Factory factory = getFactory(id);
        if (findSending(id).equals(Optional.ofNullable(sending))) {
            return;
        }
        if (sending == null) {
            sendings.remove(id);
        } else {
            sendings.put(id, sending);
        }
        journal.sending(factory, sending, actor);
    }

    public Machine addMachine(Machine machine, Actor actor) {
        getFactory(machine.factory());
        machines.insert(machine);
        journal.machine("MachineAdded", machine, actor);
        events.publishEvent(new MachineChanged(machine.id(), machine.factory()));
        return machine;
    }

    public Machine updateMachine(Machine machine, Actor actor) {
        getMachine(machine.id());
        machines.update(machine);
        journal.machine("MachineChanged", machine, actor);
        events.publishEvent(new MachineChanged(machine.id(), machine.factory()));
        return machine;
    }

    @Transactional(readOnly = true)
    public Machine getMachine(MachineId id) {
        return machines.find(id).orElseThrow(() -> missing("machine-missing", id.value()));
    }

    /** All machines by number. */
    @Transactional(readOnly = true)
    public List<Machine> listMachines(FactoryId factory) {
        return machines.list(factory);
    }

    public Person addPerson(Person person, Actor actor) {
        getFactory(person.factory());
        people.insert(person);
        journal.person("PersonAdded", person, actor);
        events.publishEvent(new PersonChanged(person.id(), person.factory()));
        return person;
    }

    public Person updatePerson(Person person, Actor actor) {
        getPerson(person.id());
        people.update(person);
        journal.person("PersonChanged", person, actor);
        events.publishEvent(new PersonChanged(person.id(), person.factory()));
        return person;
    }

    @Transactional(readOnly = true)
    public Person getPerson(PersonId id) {
        return people.find(id).orElseThrow(() -> missing("person-missing", id.value()));
    }

    /** All people by name. */
    @Transactional(readOnly = true)
    public List<Person> listPeople(FactoryId factory) {
        return people.list(factory);
    }

    /**
     * Takes a machine out of work from now on. A machine that is already down keeps its start and gets the new reason.
     *
     * @param until when it is expected back; null when nobody knows
     */
    public void markDown(MachineId id, String reason, @Nullable Instant until, Actor actor) {
        Machine machine = getMachine(id);
        Instant now = clock.instant();
        if (until != null && !until.isAfter(now)) {
            throw Problem.of(
                    Problem.Kind.INVALID,
                    "downtime-past",
                    Map.of("machine", machine.name(), "until", until, "now", now));
        }
        Downtime downtime = new Downtime(id, now, until, reason);
        if (!downtimes.updateCurrent(downtime)) {
            downtimes.insert(machine.factory(), downtime);
        }
        journal.wentDown(machine, downtime, actor);
        events.publishEvent(new MachineWentDown(id, machine.factory()));
    }

    /** Takes a machine back into work now; nothing happens when it is not down. */
    public void markUp(MachineId id, Actor actor) {
        Machine machine = getMachine(id);
        if (downtimes.endCurrent(id, clock.instant())) {
            journal.cameBack(machine, actor);
            events.publishEvent(new MachineCameBack(id, machine.factory()));
        }
    }

    /** Downtimes that are not over, by start. */
    @Transactional(readOnly = true)
    public List<Downtime> listDowntimes(FactoryId factory) {
        return downtimes.listAfter(factory, clock.instant());
    }

    private static Problem missing(String code, UUID id) {
        return Problem.of(Problem.Kind.NOT_FOUND, code, Map.of("id", id));
    }
}
