package org.millwright.factory.setup.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.demo.DemoShift;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.platform.web.Required;
import org.millwright.factory.setup.FactorySetup;
import org.millwright.factory.setup.MachinePreset;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** First start: try the demo, set up one's own factory in five steps, or restore a backup. The owner's alone. */
@Controller("firstStartPages")
public class StartPages {
    private final Pages pages;
    private final Factories factories;
    private final FactorySetup setup;
    private final DemoShift shift;

    StartPages(Pages pages, Factories factories, FactorySetup setup, DemoShift shift) {
        this.pages = pages;
        this.factories = factories;
        this.setup = setup;
        this.shift = shift;
    }

    @GetMapping("/start")
    ResponseEntity<?> start(Locale locale) {
        return hasFactory()
                ? Pages.seeOther("/")
                : pages.renderAlone("start/start.jte", pages.text("start.title", locale), locale, Map.of());
    }

    @PostMapping("/start/demo")
    ResponseEntity<Void> demo(@RequestParam("begin") String sure) {
        if (!hasFactory() && sure.equals("demo")) {
            shift.begin(true);
        }
        return Pages.seeOther("/start/wait");
    }

    /** Shown for the moment that the demo needs to stand. */
    @GetMapping("/start/wait")
    ResponseEntity<?> await(Locale locale) {
        return hasFactory()
                ? Pages.seeOther("/")
                : pages.renderAlone("start/wait.jte", pages.text("start.title", locale), locale, Map.of());
    }

    @GetMapping("/start/place")
    ResponseEntity<?> place(Locale locale, HttpServletRequest request) {
        return hasFactory() ? Pages.seeOther("/start/machines") : placeForm(locale, countryOf(request));
    }

    @PostMapping("/start/place")
    ResponseEntity<?> place(@RequestParam Map<String, String> typed, Locale locale) {
        if (hasFactory()) {
            return Pages.seeOther("/start/machines");
        }
        try {
            setup.addFactory(
                    Required.words(typed.getOrDefault("name", ""), "name", "start.factoryName", pages, locale),
                    Required.words(typed.getOrDefault("city", ""), "city", "setting.city", pages, locale),
                    typed.getOrDefault("country", ""),
                    typed.getOrDefault("currency", ""),
                    typed.getOrDefault("zone", ""),
                    pages.actor());
            return Pages.seeOther("/start/machines");
        } catch (IllegalArgumentException wrong) {
            throw SettingsPages.Form.refused(wrong);
        }
    }

    private ResponseEntity<String> placeForm(Locale locale, String country) {
        return pages.renderAlone(
                "start/place.jte",
                pages.text("start.title", locale),
                locale,
                Map.of(
                        "countries",
                        setup.listCountries(locale),
                        "suggested",
                        country,
                        "zones",
                        new TreeSet<>(ZoneId.getAvailableZoneIds())));
    }

    /** The country that the browser names with its languages; empty when it names none. */
    private static String countryOf(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .filter(language -> !language.getCountry().isEmpty())
                .map(Locale::getISO3Country)
                .findFirst()
                .orElse("");
    }

    @GetMapping("/start/machines")
    ResponseEntity<String> machines(Locale locale) {
        return pages.renderAlone(
                "start/machines.jte",
                pages.text("start.title", locale),
                locale,
                Map.of("presets", setup.listMachinePresets()));
    }

    @PostMapping("/start/machines")
    ResponseEntity<Void> machines(@RequestParam Map<String, String> typed) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        setup.listMachinePresets().forEach(preset -> counts.put(preset.id(), count(typed, preset)));
        counts.forEach((preset, count) -> {
            for (int i = 0; i < count; i++) {
                setup.addMachine(pages.factory(), preset, "", WeeklyHours.always(), pages.actor());
            }
        });
        return Pages.seeOther("/start/materials");
    }

    private static int count(Map<String, String> fields, MachinePreset preset) {
        String field = "count." + preset.id();
        String typed = fields.getOrDefault(field, "").strip();
        if (!typed.matches("\\d{0,2}")) {
            throw Problem.of(
                    Problem.Kind.INVALID,
                    "setting-count",
                    Map.of("machine", preset.name(), "typed", typed, Required.FIELD, field));
        }
        return typed.isEmpty() ? 0 : Integer.parseInt(typed);
    }

    @GetMapping("/start/materials")
    ResponseEntity<String> materials(Locale locale) {
        return pages.renderAlone(
                "start/materials.jte",
                pages.text("start.title", locale),
                locale,
                Map.of("presets", setup.listMaterialPresets()));
    }

    @PostMapping("/start/materials")
    ResponseEntity<Void> materials(@RequestParam(required = false) @Nullable List<String> material) {
        if (material != null) {
            material.forEach(preset -> setup.addMaterial(pages.factory(), preset, pages.actor()));
        }
        return Pages.seeOther("/start/hours");
    }

    @GetMapping("/start/hours")
    ResponseEntity<String> hours(Locale locale) {
        return pages.renderAlone(
                "start/hours.jte",
                pages.text("start.title", locale),
                locale,
                Map.of("grid", HourGrid.of(new WeeklyHours("Mon-Fri 08:00-16:30"))));
    }

    /** The owner works at these hours and can do everything, until the settings say otherwise; machines keep running. */
    @PostMapping("/start/hours")
    ResponseEntity<Void> hours(@RequestParam String hours) {
        if (!WeeklyHours.isReadable(hours)) {
            throw Problem.of(Problem.Kind.INVALID, "setting-hours", Map.of("typed", hours));
        }
        setup.addPerson(
                pages.factory(),
                pages.viewer().name(),
                "operator",
                setup.listSkills(),
                new WeeklyHours(hours),
                pages.actor());
        return Pages.seeOther("/start/product");
    }

    @GetMapping("/start/product")
    ResponseEntity<String> product(Locale locale) {
        List<Machine> machines = factories.listMachines(pages.factory());
        return pages.renderAlone(
                "start/product.jte", pages.text("start.title", locale), locale, Map.of("machines", machines.size()));
    }

    private boolean hasFactory() {
        return !factories.listFactories().isEmpty();
    }
}
