package org.millwright.factory.insight.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.millwright.factory.insight.Load;
import tools.jackson.databind.json.JsonMapper;

/** The coming days' load in percent of what machines and people have, as bars beside a line at 100. */
public record LoadChart(List<Load> loads, Map<String, String> names, String option) {
    private static final String[] COLOURS = {"$order-1", "$order-2", "$order-4", "$order-3"};

    static LoadChart of(List<Load> loads, Map<String, String> names, Locale locale, JsonMapper json) {
        DateTimeFormatter weekday = DateTimeFormatter.ofPattern("EEE d", locale);
        List<LocalDate> days = loads.stream().map(Load::day).distinct().toList();
        Map<String, List<Double>> byGroup = new LinkedHashMap<>();
        loads.forEach(load -> byGroup.computeIfAbsent(load.group(), group -> new ArrayList<>())
                .add(Math.round(load.share() * 1000) / 10.0));
        List<Map<String, Object>> series = new ArrayList<>();
        byGroup.forEach((group, shares) -> {
            Map<String, Object> bars = new LinkedHashMap<>();
            bars.put("type", "bar");
            bars.put("name", names.getOrDefault(group, group));
            bars.put("data", shares);
            bars.put("barMaxWidth", 22);
            bars.put("barGap", "15%");
            bars.put(
                    "itemStyle",
                    Map.of("color", COLOURS[series.size() % COLOURS.length], "borderRadius", List.of(3, 3, 0, 0)));
            series.add(bars);
        });
        if (!series.isEmpty()) {
            series.add(full(days.size()));
        }
        double most = loads.stream().mapToDouble(Load::share).max().orElse(0);
        Map<String, Object> option = new LinkedHashMap<>();
        option.put(
                "xAxis",
                Map.of(
                        "type",
                        "category",
                        "data",
                        days.stream().map(weekday::format).toList()));
        option.put(
                "yAxis",
                Map.of(
                        "type",
                        "value",
                        "max",
                        most > 1.1 ? Math.ceil(most * 10) * 10 : 110,
                        "axisLabel",
                        Map.of("formatter", "{value} %", "color", "$ink-soft")));
        option.put("series", series);
        return new LoadChart(loads, names, json.writeValueAsString(option));
    }

    /** The line at 100 %, a series of its own: the chart part draws no other marks. */
    private static Map<String, Object> full(int days) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", "line");
        line.put("data", Collections.nCopies(days, 100));
        line.put("symbol", "none");
        line.put("silent", true);
        line.put("lineStyle", Map.of("color", "$stopped", "type", "dashed", "width", 1.5));
        return line;
    }

    /** The groups in the order of their bars; the n-th is drawn in the n-th colour of {@code key-1} and so on. */
    public List<String> groups() {
        return loads.stream().map(Load::group).distinct().toList();
    }

    /** What a group is called. */
    public String name(String group) {
        return names.getOrDefault(group, group);
    }

    /** The fullest group of the fullest day. */
    public Optional<Load> tightest() {
        return loads.stream().max(Comparator.comparingDouble(Load::share)).filter(load -> load.share() > 0);
    }
}
