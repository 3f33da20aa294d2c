package org.millwright.factory.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.millwright.factory.facility.energy.CarbonFactor;
import org.millwright.factory.facility.energy.CarbonFactors;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.inventory.material.PriceBasis;
import org.millwright.factory.platform.PlatformSettings;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.money.Money;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.processes.Equipment;
import org.millwright.processes.ManufacturingProcess.Step;
import org.millwright.processes.Material;
import org.millwright.processes.MaterialForm;
import org.millwright.processes.Processes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Makes factories, machines and materials from a few words and usual values. */
@Service
@Transactional
public class FactorySetup {
    private final Factories factories;
    private final Lots lots;
    private final CarbonFactors carbonFactors;
    private final Ids ids;
    private final PlatformSettings settings;
    private final List<MachinePreset> machines;
    private final List<MaterialPreset> materials;

    FactorySetup(
            Factories factories,
            Lots lots,
            CarbonFactors carbonFactors,
            Ids ids,
            PlatformSettings settings,
            JsonMapper json) {
        this.factories = factories;
        this.lots = lots;
        this.carbonFactors = carbonFactors;
        this.ids = ids;
        this.settings = settings;
        this.machines = Arrays.asList(read(json, "/presets/machines.json", MachinePreset[].class));
        this.materials = Arrays.asList(read(json, "/presets/materials.json", MaterialPreset[].class));
    }

    public List<MachinePreset> listMachinePresets() {
        return machines;
    }

    public List<MaterialPreset> listMaterialPresets() {
        return materials;
    }

    /** Countries where a factory can stand: those whose electricity grid is known. */
    public List<Country> listCountries(Locale language) {
        return Country.list(Set.copyOf(carbonFactors.listGridCountries()), language);
    }

    /** Everything that the processes of this program ask people to be able to do. */
    public Set<String> listSkills() {
        return Processes.listProcesses().stream()
                .flatMap(process -> process.steps().stream())
                .map(Step::skill)
                .filter(skill -> !skill.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A new factory with rates to begin with, which the settings can change.
     *
     * @throws Problem {@code setup-unreadable}, {@code carbon-grid-unknown}
     */
    public Factory addFactory(String name, String city, String country, String currency, String zone, Actor actor) {
        CarbonFactor grid = carbonFactors.grid(country.strip().toUpperCase(Locale.ROOT));
        Currency money;
        ZoneId place;
        try {
            money = Currency.getInstance(currency.strip().toUpperCase(Locale.ROOT));
            place = ZoneId.of(zone.strip());
        } catch (RuntimeException unreadable) {
            throw Problem.of(
                    Problem.Kind.INVALID, "setup-unreadable", Map.of("currency", currency, "zone", zone), unreadable);
        }
        var rates = new CostRates(
                Money.of(new BigDecimal("38"), money),
                Money.of(new BigDecimal("0.30"), money),
                Money.of(new BigDecimal("2.50"), money),
                Money.of(new BigDecimal("0.40"), money),
                60,
                12,
                25,
                14,
                25,
                "van-diesel");
        return factories.addFactory(
                new Factory(
                        new FactoryId(ids.next()),
                        name,
                        new Place(country.strip().toUpperCase(Locale.ROOT), city.strip(), "", 0, 0),
                        money,
                        place,
                        Locale.ENGLISH,
                        new GridFactor(grid.kgCo2ePerUnit() * 1000, grid.source(), grid.year()),
                        rates),
                actor);
    }

    /** A machine with the values of a preset, under the next free number; without a name it gets one of its kind. */
    public Machine addMachine(FactoryId factory, String preset, String name, WeeklyHours hours, Actor actor) {
        MachinePreset kind = machines.stream()
                .filter(known -> known.id().equals(preset))
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "preset-unknown", Map.of("preset", preset)));
        List<Machine> known = factories.listMachines(factory);
        int number = known.stream().mapToInt(Machine::number).max().orElse(0) + 1;
        Currency currency = factories.getFactory(factory).currency();
        var id = new MachineId(ids.next());
        return factories.addMachine(
                new Machine(
                        id,
                        factory,
                        number,
                        name.isBlank() ? nextName(kind.name(), known) : name.strip(),
                        kind.equipmentClass(),
                        new Equipment(kind.model(), kind.widthMm(), kind.depthMm(), kind.heightMm(), kind.values()),
                        address(kind, id),
                        new MachineCosts(
                                Money.of(kind.price(), currency),
                                kind.lifeYears(),
                                kind.hoursPerYear(),
                                Money.of(kind.maintenancePerYear(), currency),
                                kind.runningW(),
                                kind.idleW()),
                        hours,
                        true),
                actor);
    }

    /** Printer 1, printer 2, laser 1: kinds are counted apart. */
    private static String nextName(String kind, List<Machine> known) {
        Set<String> names = known.stream().map(Machine::name).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, known.size() + 1)
                .mapToObj(number -> kind + " " + number)
                .filter(name -> !names.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** A material with the values of a preset; known ones get them anew. */
    public MaterialDefinition addMaterial(FactoryId factory, String preset, Actor actor) {
        MaterialPreset kind = materials.stream()
                .filter(known -> known.id().equals(preset))
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "preset-unknown", Map.of("preset", preset)));
        return lots.addMaterial(
                new MaterialDefinition(
                        factory,
                        kind.id(),
                        kind.name(),
                        new Material(kind.id(), kind.form(), kind.densityGPerCm3(), kind.thicknessMm(), kind.values()),
                        Money.of(kind.price(), factories.getFactory(factory).currency()),
                        kind.form() == MaterialForm.SHEET ? PriceBasis.PER_M2 : PriceBasis.PER_KG,
                        carbonFactors.material(kind.carbon()),
                        kind.recycling()),
                actor);
    }

    /** Somebody who works here from now on. */
    public Person addPerson(
            FactoryId factory, String name, String role, Set<String> skills, WeeklyHours hours, Actor actor) {
        return factories.addPerson(
                new Person(new PersonId(ids.next()), factory, name.strip(), role.strip(), skills, hours, false), actor);
    }

    /** A virtual machine remembers over a restart, in a file of its own, what it has started. */
    private URI address(MachinePreset kind, MachineId id) {
        Path memory = settings.data().resolve("machines").resolve(id.value() + ".state");
        try {
            Files.createDirectories(memory.getParent());
        } catch (IOException failed) {
            throw new UncheckedIOException("The folder for virtual machines cannot be made.", failed);
        }
        return URI.create("%s/%s?%s&state=%s".formatted(kind.address(), id.value(), kind.addressSettings(), memory));
    }

    private static <T> T read(JsonMapper json, String resource, Class<T> type) {
        try (InputStream data = Objects.requireNonNull(FactorySetup.class.getResourceAsStream(resource), resource)) {
            return json.readValue(data, type);
        } catch (IOException failed) {
            throw new UncheckedIOException("The presets %s cannot be read.".formatted(resource), failed);
        }
    }
}
