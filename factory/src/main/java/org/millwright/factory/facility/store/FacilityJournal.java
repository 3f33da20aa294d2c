package org.millwright.factory.facility.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.CostRates;
import org.millwright.factory.facility.Downtime;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.Sending;
import org.millwright.factory.facility.energy.CarbonFactors;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.JournalEntry;
import org.springframework.stereotype.Component;

/** Writes what happens to factories, machines and people, with the payloads of docs/journal.md. */
@Component
public class FacilityJournal {
    private final Journal journal;
    private final CarbonFactors factors;

    public FacilityJournal(Journal journal, CarbonFactors factors) {
        this.journal = journal;
        this.factors = factors;
    }

    public void factory(String type, Factory factory, Actor actor) {
        Map<String, Object> payload = new HashMap<>(transport(factory.rates()));
        payload.put("name", factory.name());
        payload.put("country", factory.place().country());
        payload.put("city", factory.place().city());
        payload.put("address", factory.place().address());
        payload.put("zone", factory.zone().getId());
        payload.put("currency", factory.currency().getCurrencyCode());
        payload.put("gridGCo2ePerKwh", factory.grid().gCo2ePerKwh());
        payload.put("gridSource", factory.grid().source());
        payload.put("gridYear", factory.grid().year());
        record(factory.id(), actor, type, "factory", factory.id().value(), payload);
    }

    public void rates(Factory factory, Actor actor) {
        record(factory.id(), actor, "RatesChanged", "factory", factory.id().value(), transport(factory.rates()));
    }

    public void sending(Factory factory, @Nullable Sending sending, Actor actor) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("offered", sending != null);
        if (sending != null) {
            payload.put("price", sending.price().toString());
            payload.put("days", sending.days());
        }
        record(factory.id(), actor, "SendingChanged", "factory", factory.id().value(), payload);
    }

    public void machine(String type, Machine machine, Actor actor) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("name", machine.name());
        payload.put("number", machine.number());
        payload.put("model", machine.equipment().model());
        payload.put("equipmentClass", machine.equipmentClass());
        payload.put("address", machine.address().toString());
        payload.put("simulated", machine.simulated());
        payload.put("inService", machine.inService());
        payload.put("factory", machine.factory().value());
        payload.put("runningW", machine.costs().runningW());
        payload.put("idleW", machine.costs().idleW());
        payload.put("values", machine.equipment().values());
        record(machine.factory(), actor, type, "machine", machine.id().value(), payload);
    }

    public void wentDown(Machine machine, Downtime downtime, Actor actor) {
        Map<String, Object> payload = new HashMap<>(Map.of("name", machine.name(), "reason", downtime.reason()));
        if (downtime.until() != null) {
            payload.put("until", downtime.until());
        }
        record(
                machine.factory(),
                actor,
                "MachineWentDown",
                "machine",
                machine.id().value(),
                payload);
    }

    public void cameBack(Machine machine, Actor actor) {
        Map<String, Object> payload = Map.of("name", machine.name());
        record(
                machine.factory(),
                actor,
                "MachineCameBack",
                "machine",
                machine.id().value(),
                payload);
    }

    public void person(String type, Person person, Actor actor) {
        List<String> skills = new ArrayList<>(person.skills());
        skills.sort(null);
        Map<String, Object> payload =
                Map.of("name", person.name(), "role", person.role(), "skills", skills, "simulated", person.simulated());
        record(person.factory(), actor, type, "person", person.id().value(), payload);
    }

    private Map<String, Object> transport(CostRates rates) {
        return Map.of(
                "packingMassGPerUnit", rates.packingMassGPerUnit(),
                "packing", factors.material("cardboard").payload(),
                "transportKm", rates.transportKm(),
                "transportMode", rates.transportMode(),
                "transport", factors.freight(rates.transportMode()).payload());
    }

    private void record(
            FactoryId factory, Actor actor, String type, String kind, UUID subject, Map<String, Object> payload) {
        journal.record(new JournalEntry(factory, actor, type, kind, subject, null, payload, List.of()));
    }
}
