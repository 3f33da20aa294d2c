package org.millwright.factory.quality.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.quality.Inspections;
import org.millwright.factory.quality.control.ControlChart;
import org.millwright.factory.quality.control.ControlChart.Capability;
import org.millwright.factory.quality.control.ControlChart.Signal;
import org.millwright.processes.Characteristic;
import tools.jackson.databind.json.JsonMapper;

/**
 * A control chart as the page draws it.
 *
 * @param option for the chart part
 * @param capability null while there are too few values or no limits
 */
public record ChartView(
        ControlChart chart,
        List<Inspections.Measured> measured,
        String option,
        @Nullable Capability capability) {
    static ChartView of(
            Characteristic characteristic,
            List<Inspections.Measured> measured,
            Pages pages,
            Locale locale,
            JsonMapper json) {
        ControlChart chart = ControlChart.of(
                measured.stream().map(Inspections.Measured::valueMm).toList());
        List<Map<String, Object>> lines = new ArrayList<>();
        if (chart.hasLimits()) {
            line(lines, chart.upper(), pages.text("quality.upperControl", locale), "$ink-soft", "dashed");
            line(lines, chart.mean(), pages.text("quality.mean", locale), "$accent", "solid");
            line(lines, chart.lower(), pages.text("quality.lowerControl", locale), "$ink-soft", "dashed");
        }
        if (characteristic.upperMm() != null) {
            line(lines, characteristic.upperMm(), pages.text("quality.upperLimit", locale), "$stopped", "solid");
        }
        if (characteristic.lowerMm() != null) {
            line(lines, characteristic.lowerMm(), pages.text("quality.lowerLimit", locale), "$stopped", "solid");
        }
        return new ChartView(
                chart,
                measured,
                json.writeValueAsString(option(chart, lines)),
                chart.capability(characteristic.lowerMm(), characteristic.upperMm()));
    }

    /** The rules that were broken, each once. */
    public Set<ControlChart.Rule> rules() {
        return chart.signals().stream().map(Signal::rule).collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static Map<String, Object> option(ControlChart chart, List<Map<String, Object>> lines) {
        Set<Integer> signalled = chart.signals().stream().map(Signal::index).collect(Collectors.toSet());
        List<Object> data = new ArrayList<>();
        for (int i = 0; i < chart.values().size(); i++) {
            data.add(
                    signalled.contains(i)
                            ? Map.of(
                                    "value", chart.values().get(i),
                                    "symbolSize", 12,
                                    "itemStyle", Map.of("color", "$stopped"))
                            : chart.values().get(i));
        }
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("type", "line");
        series.put("data", data);
        series.put("symbolSize", 7);
        series.put("symbol", "circle");
        series.put("lineStyle", Map.of("width", 1.5, "color", "$accent"));
        series.put("itemStyle", Map.of("color", "$accent"));
        series.put("markLine", Map.of("symbol", "none", "silent", true, "data", lines));
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("grid", Map.of("left", 8, "right", 96, "top", 16, "bottom", 8, "containLabel", true));
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= chart.values().size(); i++) {
            numbers.add(i);
        }
        option.put("xAxis", Map.of("type", "category", "data", numbers));
        option.put(
                "yAxis",
                Map.of("type", "value", "scale", true, "name", "mm", "axisLabel", Map.of("color", "$ink-soft")));
        option.put("series", List.of(series));
        return option;
    }

    private static void line(List<Map<String, Object>> lines, double at, String name, String colour, String type) {
        lines.add(Map.of(
                "yAxis",
                Math.round(at * 1000) / 1000.0,
                "name",
                name,
                "label",
                Map.of("formatter", name, "color", colour, "position", "end"),
                "lineStyle",
                Map.of("color", colour, "type", type, "width", 1)));
    }
}
