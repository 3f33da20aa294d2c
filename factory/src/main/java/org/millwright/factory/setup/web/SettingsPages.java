package org.millwright.factory.setup.web;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.CostRates;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineCosts;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.facility.Place;
import org.millwright.factory.facility.Sending;
import org.millwright.factory.facility.energy.CarbonFactors;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.money.Money;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.platform.web.Required;
import org.millwright.factory.setup.FactorySetup;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The factory's own data: place and rates, machines, people, hours. The owner's alone. */
@Controller
public class SettingsPages {
    private final Pages pages;
    private final Factories factories;
    private final FactorySetup setup;
    private final CarbonFactors carbonFactors;

    SettingsPages(Pages pages, Factories factories, FactorySetup setup, CarbonFactors carbonFactors) {
        this.pages = pages;
        this.factories = factories;
        this.setup = setup;
        this.carbonFactors = carbonFactors;
    }

    @GetMapping("/settings")
    ResponseEntity<String> factory(Locale locale) {
        return factoryPage(locale);
    }

    private ResponseEntity<String> factoryPage(Locale locale) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("factory", factories.getFactory(pages.factory()));
        parameters.put("freight", carbonFactors.listFreightModes());
        factories.findSending(pages.factory()).ifPresent(sending -> parameters.put("sending", sending));
        return show("settings/factory.jte", parameters, locale);
    }

    @PostMapping("/settings")
    ResponseEntity<?> saveFactory(@RequestParam Map<String, String> typed, Locale locale) {
        Factory before = factories.getFactory(pages.factory());
        var form = new Form(typed, before.currency(), pages, locale);
        try {
            CostRates rates = new CostRates(
                    form.money("labourPerHour"),
                    form.money("energyPerKwh"),
                    form.money("packingPerOrder"),
                    form.money("packingPerUnit"),
                    form.number("packingMassGPerUnit"),
                    form.number("overheadPercent"),
                    form.number("marginPercent"),
                    form.whole("quoteValidDays"),
                    form.number("transportKm"),
                    form.words("transportMode"));
            Place place = before.place();
            boolean sent = form.isTyped("sendingPrice") || form.isTyped("sendingDays");
            Sending sending = sent ? new Sending(form.money("sendingPrice"), form.whole("sendingDays")) : null;
            factories.updateFactory(
                    new Factory(
                            before.id(),
                            form.words("name"),
                            new Place(
                                    place.country(),
                                    form.words("city"),
                                    typed.getOrDefault("address", "").strip(),
                                    place.latitudeDeg(),
                                    place.longitudeDeg()),
                            before.currency(),
                            before.zone(),
                            before.language(),
                            before.grid(),
                            rates),
                    pages.actor());
            factories.updateSending(before.id(), sending, pages.actor());
            return Pages.seeOther("/settings?saved");
        } catch (IllegalArgumentException wrong) {
            throw Form.refused(wrong);
        }
    }

    @GetMapping("/settings/machines")
    ResponseEntity<String> machines(Locale locale) {
        return machinesPage(locale);
    }

    private ResponseEntity<String> machinesPage(Locale locale) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("machines", factories.listMachines(pages.factory()));
        parameters.put("presets", setup.listMachinePresets());
        return show("settings/machines.jte", parameters, locale);
    }

    @PostMapping("/settings/machines")
    ResponseEntity<Void> addMachine(@RequestParam String preset, @RequestParam(defaultValue = "") String name) {
        try {
            Machine added = setup.addMachine(pages.factory(), preset, name, WeeklyHours.always(), pages.actor());
            return Pages.seeOther("/settings/machines#machine-" + added.id());
        } catch (IllegalArgumentException wrong) {
            throw Form.refused(wrong);
        }
    }

    @PostMapping("/settings/machines/{id}")
    ResponseEntity<?> saveMachine(@PathVariable UUID id, @RequestParam Map<String, String> typed, Locale locale) {
        Machine before = factories.getMachine(new MachineId(id));
        var form = new Form(typed, before.costs().price().currency(), pages, locale);
        try {
            factories.updateMachine(
                    new Machine(
                            before.id(),
                            before.factory(),
                            before.number(),
                            form.words("name"),
                            before.equipmentClass(),
                            HeadSettings.typed(before, form),
                            URI.create(form.words("address")),
                            new MachineCosts(
                                    form.money("price"),
                                    form.number("lifeYears"),
                                    form.number("hoursPerYear"),
                                    form.money("maintenancePerYear"),
                                    form.number("runningW"),
                                    form.number("idleW")),
                            before.hours(),
                            typed.containsKey("inService")),
                    pages.actor());
            return Pages.seeOther("/settings/machines#machine-" + id);
        } catch (IllegalArgumentException wrong) {
            throw Form.refused(wrong);
        }
    }

    @GetMapping("/settings/people")
    ResponseEntity<String> people(Locale locale) {
        return peoplePage(locale);
    }

    private ResponseEntity<String> peoplePage(Locale locale) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("people", factories.listPeople(pages.factory()));
        parameters.put("skills", setup.listSkills());
        return show("settings/people.jte", parameters, locale);
    }

    @PostMapping("/settings/people")
    ResponseEntity<?> addPerson(
            @RequestParam String name,
            @RequestParam(defaultValue = "operator") String role,
            @RequestParam(required = false) @Nullable List<String> skill,
            Locale locale) {
        try {
            Person added = setup.addPerson(
                    pages.factory(), name, role, known(skill), new WeeklyHours("Mon-Fri 08:00-16:30"), pages.actor());
            return Pages.seeOther("/settings/people#" + added.id());
        } catch (IllegalArgumentException wrong) {
            throw Form.refused(wrong);
        }
    }

    @PostMapping("/settings/people/{id}")
    ResponseEntity<?> savePerson(
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam String role,
            @RequestParam(required = false) @Nullable List<String> skill,
            Locale locale) {
        Person before = factories.getPerson(new PersonId(id));
        try {
            factories.updatePerson(
                    new Person(
                            before.id(),
                            before.factory(),
                            name.strip(),
                            role.strip(),
                            known(skill),
                            before.hours(),
                            before.simulated()),
                    pages.actor());
            return Pages.seeOther("/settings/people#" + id);
        } catch (IllegalArgumentException wrong) {
            throw Form.refused(wrong);
        }
    }

    private static Set<String> known(@Nullable List<String> skills) {
        return skills == null ? Set.of() : new HashSet<>(skills);
    }

    /** Something or somebody with hours. */
    public record Working(String kind, UUID id, String name, WeeklyHours hours) {}

    @GetMapping("/settings/hours")
    ResponseEntity<String> hours(@RequestParam(required = false) @Nullable UUID who, Locale locale) {
        return hoursPage(who, locale);
    }

    private ResponseEntity<String> hoursPage(@Nullable UUID who, Locale locale) {
        FactoryId factory = pages.factory();
        List<Working> all = java.util.stream.Stream.concat(
                        factories.listPeople(factory).stream()
                                .map(person ->
                                        new Working("person", person.id().value(), person.name(), person.hours())),
                        factories.listMachines(factory).stream()
                                .map(machine ->
                                        new Working("machine", machine.id().value(), machine.name(), machine.hours())))
                .toList();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("all", all);
        all.stream()
                .filter(working -> working.id().equals(who))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(chosen -> {
                    parameters.put("chosen", chosen);
                    parameters.put("grid", HourGrid.of(chosen.hours()));
                });
        return show("settings/hours.jte", parameters, locale);
    }

    @PostMapping("/settings/hours")
    ResponseEntity<?> saveHours(
            @RequestParam String kind, @RequestParam UUID id, @RequestParam String hours, Locale locale) {
        try {
            var painted = new WeeklyHours(hours);
            if (kind.equals("machine")) {
                Machine machine = factories.getMachine(new MachineId(id));
                factories.updateMachine(
                        new Machine(
                                machine.id(),
                                machine.factory(),
                                machine.number(),
                                machine.name(),
                                machine.equipmentClass(),
                                machine.equipment(),
                                machine.address(),
                                machine.costs(),
                                painted,
                                machine.inService()),
                        pages.actor());
            } else {
                Person person = factories.getPerson(new PersonId(id));
                factories.updatePerson(
                        new Person(
                                person.id(),
                                person.factory(),
                                person.name(),
                                person.role(),
                                person.skills(),
                                painted,
                                person.simulated()),
                        pages.actor());
            }
            return Pages.seeOther("/settings/hours?who=" + id + "&saved");
        } catch (IllegalArgumentException wrong) {
            throw Form.refused(wrong);
        }
    }

    private ResponseEntity<String> show(String template, Map<String, Object> parameters, Locale locale) {
        return pages.render(template, "settings", pages.text("section.settings", locale), locale, parameters);
    }

    /** What was typed into a form, read with a sentence where it cannot be. */
    record Form(Map<String, String> typed, Currency currency, Pages pages, Locale locale) {
        private static final int MOST_CHARACTERS = 500;
        private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

        /** 1 to {@value #MOST_CHARACTERS} characters. */
        String words(String field) {
            String text = typed.getOrDefault(field, "").strip();
            if (text.isEmpty()) {
                throw wrong("setting-empty", field, text);
            }
            if (text.length() > MOST_CHARACTERS) {
                throw wrong("setting-long", field, text);
            }
            return text;
        }

        boolean isTyped(String field) {
            return !typed.getOrDefault(field, "").isBlank();
        }

        /** From 0 to {@code MOST}. */
        double number(String field) {
            return decimal(field).doubleValue();
        }

        /** A whole number from 0 to {@code MOST}. */
        int whole(String field) {
            try {
                return decimal(field).intValueExact();
            } catch (ArithmeticException broken) {
                throw wrong("setting-whole", field, words(field));
            }
        }

        Money money(String field) {
            return Money.of(decimal(field), currency);
        }

        private BigDecimal decimal(String field) {
            String text = words(field).replace(',', '.');
            // As long a text as a number of such a size can have; exponents would make short ones huge.
            if (!text.matches("-?\\d{1,10}(\\.\\d{0,9})?")) {
                throw wrong("setting-number", field, text);
            }
            BigDecimal number = new BigDecimal(text);
            if (number.signum() < 0 || number.compareTo(MOST) > 0) {
                throw wrong("setting-range", field, text);
            }
            return number;
        }

        private Problem wrong(String code, String field, String text) {
            String label = "setting." + field;
            String called = pages.has(label)
                    ? pages.text(label, Map.of("currency", currency.getCurrencyCode()), locale)
                    : field;
            String told = text.length() > 40 ? text.substring(0, text.offsetByCodePoints(0, 20)) + "…" : text;
            return Problem.of(
                    Problem.Kind.INVALID, code, Map.of("field", called, "typed", told, Required.FIELD, field));
        }

        static Problem refused(IllegalArgumentException wrong) {
            return Problem.of(
                    Problem.Kind.INVALID,
                    "setting-refused",
                    Map.of("reason", String.valueOf(wrong.getMessage())),
                    wrong);
        }
    }
}
