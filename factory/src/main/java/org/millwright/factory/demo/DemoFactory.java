package org.millwright.factory.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.millwright.factory.demo.DemoData.MachineKind;
import org.millwright.factory.demo.DemoData.MaterialKind;
import org.millwright.factory.facility.CostRates;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.GridFactor;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineCosts;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.facility.Place;
import org.millwright.factory.facility.Sending;
import org.millwright.factory.facility.energy.CarbonFactors;
import org.millwright.factory.facility.energy.EnergyDay;
import org.millwright.factory.facility.energy.EnergyDays;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.inventory.material.PriceBasis;
import org.millwright.factory.platform.PlatformSettings;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.money.Money;
import org.millwright.processes.Equipment;
import org.millwright.processes.Material;
import org.millwright.processes.MaterialForm;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Sets up the demo factory of {@code demo/factory.json} once per installation. */
@Component
public class DemoFactory {
    private static final Actor SETTING_UP = new Actor("demo set-up", "owner", true);

    private final Factories factories;
    private final EnergyDays energyDays;
    private final Lots lots;
    private final CarbonFactors carbonFactors;
    private final Ids ids;
    private final JsonMapper json;
    private final PlatformSettings settings;
    private final InstantSource time;

    DemoFactory(
            Factories factories,
            EnergyDays energyDays,
            Lots lots,
            CarbonFactors carbonFactors,
            Ids ids,
            JsonMapper json,
            PlatformSettings settings,
            InstantSource time) {
        this.factories = factories;
        this.energyDays = energyDays;
        this.lots = lots;
        this.carbonFactors = carbonFactors;
        this.ids = ids;
        this.json = json;
        this.settings = settings;
        this.time = time;
    }

    /** The first factory of this installation; the demo factory, newly set up, when there is none. */
    @Transactional
    public Factory getOrSetUp() {
        return factories.listFactories().stream().findFirst().orElseGet(this::setUp);
    }

    /** Whether a factory is one to try things on: everybody in it is simulated and every machine virtual. */
    @Transactional(readOnly = true)
    public boolean isDemo(Factory factory) {
        var people = factories.listPeople(factory.id());
        return !people.isEmpty()
                && people.stream().allMatch(Person::simulated)
                && factories.listMachines(factory.id()).stream().allMatch(Machine::simulated);
    }

    private Factory setUp() {
        DemoData data = read();
        Factory factory = factories.addFactory(toFactory(data), SETTING_UP);
        saveEnergyHours(factory, data);
        factories.updateSending(
                factory.id(),
                new Sending(
                        money(data.sending().price(), factory), data.sending().days()),
                SETTING_UP);
        addMachines(factory, data);
        data.people()
                .forEach(worker -> factories.addPerson(
                        new Person(
                                new PersonId(ids.next()),
                                factory.id(),
                                worker.name(),
                                worker.role(),
                                worker.skills(),
                                new WeeklyHours(worker.hours()),
                                true),
                        SETTING_UP));
        data.materials().forEach(material -> lots.addMaterial(toMaterial(factory, material), SETTING_UP));
        receiveStock(factory, data);
        return factory;
    }

    private Factory toFactory(DemoData data) {
        var currency = Currency.getInstance(data.currency());
        var grid = carbonFactors.grid(data.country());
        var rates = data.rates();
        return new Factory(
                new FactoryId(ids.next()),
                data.name(),
                new Place(data.country(), data.city(), data.address(), data.latitudeDeg(), data.longitudeDeg()),
                currency,
                ZoneId.of(data.zone()),
                Locale.forLanguageTag(data.language()),
                new GridFactor(grid.kgCo2ePerUnit() * 1000, grid.source(), grid.year()),
                new CostRates(
                        Money.of(rates.labourPerHour(), currency),
                        Money.of(rates.energyPerKwh(), currency),
                        Money.of(rates.packingPerOrder(), currency),
                        Money.of(rates.packingPerUnit(), currency),
                        rates.packingMassGPerUnit(),
                        rates.overheadPercent(),
                        rates.marginPercent(),
                        rates.quoteValidDays(),
                        rates.transportKm(),
                        rates.transportMode()));
    }

    /** Prices differ by the hour; what a kWh emits is known by the year only. */
    private void saveEnergyHours(Factory factory, DemoData data) {
        List<Double> prices = data.energyHours().pricePerKwh().stream()
                .map(price -> price.movePointRight(factory.currency().getDefaultFractionDigits())
                        .doubleValue())
                .toList();
        List<Double> carbon =
                Collections.nCopies(EnergyDay.HOURS, factory.grid().gCo2ePerKwh());
        energyDays.save(
                factory.id(), new EnergyDay(prices, carbon, data.energyHours().source()), SETTING_UP);
    }

    private void addMachines(Factory factory, DemoData data) {
        int number = 1;
        for (MachineKind kind : data.machines()) {
            for (String name : kind.names()) {
                factories.addMachine(toMachine(factory, kind, name, number++), SETTING_UP);
            }
        }
    }

    private Machine toMachine(Factory factory, MachineKind kind, String name, int number) {
        var id = new MachineId(ids.next());
        return new Machine(
                id,
                factory.id(),
                number,
                name,
                kind.equipmentClass(),
                new Equipment(kind.model(), kind.widthMm(), kind.depthMm(), kind.heightMm(), kind.values()),
                address(kind, id),
                new MachineCosts(
                        money(kind.price(), factory),
                        kind.lifeYears(),
                        kind.hoursPerYear(),
                        money(kind.maintenancePerYear(), factory),
                        kind.runningW(),
                        kind.idleW()),
                new WeeklyHours(kind.hours()),
                true);
    }

    /** Each virtual machine remembers over a restart, in a file of its own, what it has started. */
    private URI address(MachineKind kind, MachineId id) {
        Path memory = settings.data().resolve("machines").resolve(id.value() + ".state");
        try {
            Files.createDirectories(memory.getParent());
        } catch (IOException failed) {
            throw new UncheckedIOException("The folder for virtual machines cannot be made.", failed);
        }
        return URI.create("%s/%s?%s&state=%s".formatted(kind.address(), id.value(), kind.addressSettings(), memory));
    }

    private MaterialDefinition toMaterial(Factory factory, MaterialKind kind) {
        return new MaterialDefinition(
                factory.id(),
                kind.id(),
                kind.name(),
                new Material(kind.id(), kind.form(), kind.densityGPerCm3(), kind.thicknessMm(), kind.values()),
                money(kind.price(), factory),
                kind.form() == MaterialForm.SHEET ? PriceBasis.PER_M2 : PriceBasis.PER_KG,
                carbonFactors.material(kind.carbon()),
                kind.recycling());
    }

    private void receiveStock(Factory factory, DemoData data) {
        String day = time.instant().toString().substring(0, 10);
        for (var spools : data.spools()) {
            for (int i = 1; i <= spools.count(); i++) {
                String lot = "%s-%s-%02d".formatted(spools.material(), day, i);
                lots.receiveSpool(factory.id(), spools.material(), spools.massG(), lot, spools.supplier(), SETTING_UP);
            }
        }
        for (var sheets : data.sheets()) {
            String lot = "%s-%s".formatted(sheets.material(), day);
            lots.receiveSheets(
                    factory.id(),
                    sheets.material(),
                    sheets.widthMm(),
                    sheets.heightMm(),
                    sheets.pieces(),
                    lot,
                    sheets.supplier(),
                    SETTING_UP);
        }
    }

    private static Money money(BigDecimal amount, Factory factory) {
        return Money.of(amount, factory.currency());
    }

    private DemoData read() {
        try (InputStream data = Objects.requireNonNull(
                DemoFactory.class.getResourceAsStream("/demo/factory.json"), "/demo/factory.json")) {
            return json.readValue(data, DemoData.class);
        } catch (IOException failed) {
            throw new UncheckedIOException("The demo factory's data cannot be read.", failed);
        }
    }
}
