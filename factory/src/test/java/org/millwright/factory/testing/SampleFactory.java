package org.millwright.factory.testing;

import java.net.URI;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.millwright.factory.facility.CostRates;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.GridFactor;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineCosts;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.facility.Place;
import org.millwright.factory.facility.energy.CarbonFactors;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.inventory.material.PriceBasis;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.money.Money;
import org.millwright.processes.Equipment;
import org.millwright.processes.Material;
import org.millwright.processes.MaterialForm;

/** Ordinary values for tests: a workshop in Berlin with a printer, a laser and an operator. */
public final class SampleFactory {
    public static final Actor OPERATOR = new Actor("Ada", "operator", false);
    public static final Currency EUR = Currency.getInstance("EUR");

    private SampleFactory() {}

    public static Factory factory(Ids ids) {
        return new Factory(
                new FactoryId(ids.next()),
                "Workshop Berlin",
                new Place("DEU", "Berlin", "Ritterstr. 1", 52.503, 13.41),
                EUR,
                ZoneId.of("Europe/Berlin"),
                Locale.ENGLISH,
                new GridFactor(342.06, "Ember", 2024),
                new CostRates(eur(3500), eur(32), eur(200), eur(50), 40, 15, 20, 14, 300, "van-diesel"));
    }

    public static Machine printer(Ids ids, FactoryId factory, int number) {
        Equipment equipment = new Equipment("Virtual printer 250", 250, 210, 210, Map.of("nozzleMm", 0.4));
        return new Machine(
                new MachineId(ids.next()),
                factory,
                number,
                "Printer " + number,
                "printer",
                equipment,
                URI.create("virtual:printer?number=" + number),
                new MachineCosts(eur(80_000), 5, 2000, eur(6000), 120, 8),
                WeeklyHours.always(),
                true);
    }

    public static Person operator(Ids ids, FactoryId factory) {
        return new Person(
                new PersonId(ids.next()),
                factory,
                "Ada",
                "operator",
                Set.of("printing", "inspection"),
                new WeeklyHours("Mon-Fri 08:00-17:00"),
                false);
    }

    public static MaterialDefinition pla(FactoryId factory) {
        return new MaterialDefinition(
                factory,
                "pla",
                "PLA",
                new Material("pla", MaterialForm.FILAMENT, 1.24, null, Map.of("nozzleC", 210.0)),
                eur(2200),
                PriceBasis.PER_KG,
                new CarbonFactors().material("pla"),
                "Collect clean PLA for industrial recycling.");
    }

    public static MaterialDefinition plywood(FactoryId factory) {
        return new MaterialDefinition(
                factory,
                "plywood-3",
                "Birch plywood 3 mm",
                new Material("plywood-3", MaterialForm.SHEET, 0.68, 3.0, Map.of("cutMmPerMin", 900.0)),
                eur(1400),
                PriceBasis.PER_M2,
                new CarbonFactors().material("plywood"),
                "Untreated wood: reuse, or wood waste.");
    }

    public static Money eur(long cents) {
        return new Money(cents, EUR);
    }
}
