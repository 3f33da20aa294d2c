package org.millwright.factory.setup.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.energy.EnergyDay;
import org.millwright.factory.facility.energy.EnergyDays;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What electricity costs and emits by the hour of a usual day. The owner's alone. */
@Controller
public class EnergySettings {
    private final Pages pages;
    private final Factories factories;
    private final EnergyDays days;

    EnergySettings(Pages pages, Factories factories, EnergyDays days) {
        this.pages = pages;
        this.factories = factories;
        this.days = days;
    }

    /**
     * One hour as it stands in its fields.
     *
     * @param price of a kWh in the currency
     * @param carbon grams of CO₂e a kWh
     */
    public record Hour(int hour, String price, String carbon) {}

    @GetMapping("/settings/energy")
    ResponseEntity<String> energy(Locale locale) {
        FactoryId factory = pages.factory();
        EnergyDay day = days.get(factory);
        Map<String, String> typed = new HashMap<>();
        double unit = minorPerUnit(factories.getFactory(factory));
        for (int hour = 0; hour < EnergyDay.HOURS; hour++) {
            typed.put("price" + hour, plain(day.priceMinorPerKwh().get(hour) / unit));
            typed.put("carbon" + hour, plain(day.gCo2ePerKwh().get(hour)));
        }
        typed.put("source", days.find(factory).map(EnergyDay::source).orElse(""));
        return show(typed, null, locale);
    }

    /** Fields {@code price<hour>} and {@code carbon<hour>}, hours 0 to 23. */
    @PostMapping("/settings/energy")
    ResponseEntity<?> save(@RequestParam Map<String, String> typed, Locale locale) {
        double unit = minorPerUnit(factories.getFactory(pages.factory()));
        List<Double> prices = new ArrayList<>();
        List<Double> carbon = new ArrayList<>();
        for (int hour = 0; hour < EnergyDay.HOURS; hour++) {
            Optional<Double> price = number(typed.getOrDefault("price" + hour, ""));
            Optional<Double> grams = number(typed.getOrDefault("carbon" + hour, ""));
            if (price.isEmpty() || grams.isEmpty()) {
                return show(typed, Problem.of(Problem.Kind.INVALID, "energy-hour", Map.of("hour", hour)), locale);
            }
            prices.add(price.get() * unit);
            carbon.add(grams.get());
        }
        String source = typed.getOrDefault("source", "").strip();
        days.save(pages.factory(), new EnergyDay(prices, carbon, source), pages.actor());
        return Pages.seeOther("/settings/energy?saved");
    }

    /** From 0 to below a million; empty for anything else. */
    private static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text.strip().replace(',', '.'));
            return value >= 0 && value < 10_000 ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private ResponseEntity<String> show(Map<String, String> typed, @Nullable Problem wrong, Locale locale) {
        List<Hour> hours = new ArrayList<>();
        for (int hour = 0; hour < EnergyDay.HOURS; hour++) {
            hours.add(new Hour(hour, typed.getOrDefault("price" + hour, ""), typed.getOrDefault("carbon" + hour, "")));
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("hours", hours);
        parameters.put(
                "currency", factories.getFactory(pages.factory()).currency().getCurrencyCode());
        parameters.put("source", typed.getOrDefault("source", ""));
        parameters.put("wrong", wrong == null ? null : wrong.detail(locale) + " " + wrong.hint(locale));
        ResponseEntity<String> page = pages.render(
                "settings/energy.jte", "settings", pages.text("settings.energy", locale), locale, parameters);
        return ResponseEntity.status(wrong == null ? 200 : wrong.kind().status())
                .headers(page.getHeaders())
                .body(page.getBody());
    }

    private static double minorPerUnit(Factory factory) {
        return Math.pow(10, Math.max(0, factory.currency().getDefaultFractionDigits()));
    }

    private static String plain(double value) {
        double rounded = Math.round(value * 1e4) / 1e4;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }
}
