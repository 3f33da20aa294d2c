package org.millwright.factory.setup.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.processes.ManufacturingProcess;
import org.millwright.processes.Processes;
import org.millwright.processes.manufacturability.Limits;
import org.millwright.processes.manufacturability.Making;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one machine can make: the usual limits with their sources, and its own in their place. The owner's alone. */
@Controller
public class LimitSettings {
    private final Pages pages;
    private final Factories factories;

    LimitSettings(Pages pages, Factories factories) {
        this.pages = pages;
        this.factories = factories;
    }

    /**
     * One limit of a machine.
     *
     * @param usual what holds for machines that say nothing of their own
     * @param typed its own value as it stands in the field; empty when there is none
     */
    public record Line(Limits.Limit usual, String typed) {}

    @GetMapping("/settings/machines/{id}/limits")
    ResponseEntity<String> limits(@PathVariable UUID id, Locale locale) {
        return show(factories.getMachine(new MachineId(id)), Map.of(), null, locale);
    }

    /** Fields are named like limits; an empty one gives the usual limit back its place. */
    @PostMapping("/settings/machines/{id}/limits")
    ResponseEntity<?> save(@PathVariable UUID id, @RequestParam Map<String, String> typed, Locale locale) {
        Machine machine = factories.getMachine(new MachineId(id));
        Map<String, Double> values = new HashMap<>(machine.equipment().values());
        for (Limits.Limit limit : limitsOf(machine)) {
            String text = typed.getOrDefault(limit.name(), "").strip();
            values.remove(limit.name());
            if (!text.isEmpty()) {
                double value = number(text);
                if (!(value >= 0 && value < 1e6)) {
                    var wrong = Problem.of(
                            Problem.Kind.INVALID,
                            "limit-unreadable",
                            Map.of("limit", pages.text("limit." + limit.name(), locale), "text", text));
                    return show(machine, typed, wrong, locale);
                }
                values.put(limit.name(), value);
            }
        }
        factories.updateMachine(machine.with(machine.equipment().with(values)), pages.actor());
        return Pages.seeOther("/settings/machines/" + id + "/limits?saved");
    }

    /** Not a number when it is none. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text.replace(',', '.'));
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private ResponseEntity<String> show(
            Machine machine, Map<String, String> typed, @Nullable Problem wrong, Locale locale) {
        List<Line> lines = new ArrayList<>();
        for (Limits.Limit limit : limitsOf(machine)) {
            Double own = machine.equipment().values().get(limit.name());
            lines.add(new Line(limit, typed.getOrDefault(limit.name(), own == null ? "" : plain(own))));
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("machine", machine);
        parameters.put("lines", lines);
        parameters.put("wrong", wrong == null ? null : wrong.detail(locale));
        ResponseEntity<String> page =
                pages.render("settings/limits.jte", "settings", machine.name(), locale, parameters);
        return ResponseEntity.status(wrong == null ? 200 : wrong.kind().status())
                .headers(page.getHeaders())
                .body(page.getBody());
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /** Those of every process that such a machine runs. */
    private static List<Limits.Limit> limitsOf(Machine machine) {
        return Processes.listProcesses().stream()
                .filter(process -> process.equipmentClass().equals(machine.equipmentClass()))
                .map(ManufacturingProcess::judgedAs)
                .map(Making::named)
                .flatMap(making -> Limits.list(making).stream())
                .toList();
    }
}
