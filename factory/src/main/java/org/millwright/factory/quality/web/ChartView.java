package org.millwright.factory.quality.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.quality.Measured;
import org.millwright.factory.quality.control.ControlChart;
import org.millwright.factory.quality.control.ControlChart.Capability;
import org.millwright.factory.quality.control.ControlChart.Signal;
import org.millwright.processes.Characteristic;
import tools.jackson.databind.json.JsonMapper;

/**
 * A control chart as the page draws it.
 *
 * @param option for the chart of single values
 * @param rangeOption for the chart of moving ranges
 * @param capability null while there are too few values or no limits
 */
public record ChartView(
        ControlChart chart,
        List<Measured> measured,
        String option,
        String rangeOption,
        @Nullable Capability capability) {
    static ChartView of(
            Characteristic characteristic, List<Measured> measured, Pages pages, Locale locale, JsonMapper json) {
        ControlChart chart =
                ControlChart.of(measured.stream().map(Measured::valueMm).toList());
        List<Line> lines = new ArrayList<>();
        List<Line> rangeLines = new ArrayList<>();
        if (chart.hasLimits()) {
            lines.add(new Line(chart.upper(), pages.text("quality.upperControl", locale), "$ink-soft", true));
            lines.add(new Line(chart.mean(), pages.text("quality.mean", locale), "$accent", false));
            lines.add(new Line(chart.lower(), pages.text("quality.lowerControl", locale), "$ink-soft", true));
            rangeLines.add(new Line(chart.upperRange(), pages.text("quality.upperControl", locale), "$ink-soft", true));
            rangeLines.add(new Line(chart.meanRange(), pages.text("quality.mean", locale), "$accent", false));
        }
        if (characteristic.upperMm() != null) {
            lines.add(new Line(characteristic.upperMm(), pages.text("quality.upperLimit", locale), "$stopped", false));
        }
        if (characteristic.lowerMm() != null) {
            lines.add(new Line(characteristic.lowerMm(), pages.text("quality.lowerLimit", locale), "$stopped", false));
        }
        return new ChartView(
                chart,
                measured,
                json.writeValueAsString(option(chart.values(), 1, signals(chart, false), lines)),
                json.writeValueAsString(option(chart.movingRanges(), 2, signals(chart, true), rangeLines)),
                chart.capability(characteristic.lowerMm(), characteristic.upperMm()));
    }

    /** The rules that were broken, each once. */
    public Set<ControlChart.Rule> rules() {
        return chart.signals().stream().map(Signal::rule).collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** Which values are marked; in the chart of ranges the first belongs to the second value. */
    private static Set<Integer> signals(ControlChart chart, boolean ofRanges) {
        return chart.signals().stream()
                .filter(signal -> ofRanges == (signal.rule() == ControlChart.Rule.JUMP))
                .map(signal -> ofRanges ? signal.index() - 1 : signal.index())
                .collect(Collectors.toSet());
    }

    /**
     * @param first number of the first value
     * @param lines drawn across; the axis reaches all of them
     */
    private static Map<String, Object> option(
            List<Double> values, int first, Set<Integer> signalled, List<Line> lines) {
        List<Object> data = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            data.add(
                    signalled.contains(i)
                            ? Map.of("value", values.get(i), "symbolSize", 12, "itemStyle", Map.of("color", "$stopped"))
                            : values.get(i));
        }
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("type", "line");
        series.put("data", data);
        series.put("symbolSize", 7);
        series.put("symbol", "circle");
        series.put("lineStyle", Map.of("width", 1.5, "color", "$accent"));
        series.put("itemStyle", Map.of("color", "$accent"));
        Map<String, Object> option = new LinkedHashMap<>();
        option.put("grid", Map.of("left", 8, "right", 96, "top", 16, "bottom", 8, "containLabel", true));
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            numbers.add(first + i);
        }
        option.put("xAxis", Map.of("type", "category", "data", numbers));
        option.put("yAxis", axis(values, lines));
        List<Object> all = new ArrayList<>();
        all.add(series);
        lines.forEach(line -> all.add(across(line, values.size())));
        option.put("series", all);
        return option;
    }

    private static Map<String, Object> axis(List<Double> values, List<Line> lines) {
        DoubleSummaryStatistics reach = new DoubleSummaryStatistics();
        values.forEach(reach::accept);
        lines.forEach(line -> reach.accept(line.atMm()));
        double margin = Math.max(0.001, (reach.getMax() - reach.getMin()) / 20);
        Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("type", "value");
        axis.put("name", "mm");
        axis.put("axisLabel", Map.of("color", "$ink-soft", "showMinLabel", false, "showMaxLabel", false));
        if (!values.isEmpty()) {
            axis.put("min", rounded(Math.max(reach.getMin() >= 0 ? 0 : -Double.MAX_VALUE, reach.getMin() - margin)));
            axis.put("max", rounded(reach.getMax() + margin));
        }
        return axis;
    }

    private static double rounded(double mm) {
        return Math.round(mm * 1000) / 1000.0;
    }

    /** A line of its own from end to end: the chart part draws no other marks. */
    private static Map<String, Object> across(Line line, int length) {
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("type", "line");
        series.put("name", line.name());
        series.put("data", Collections.nCopies(length, rounded(line.atMm())));
        series.put("symbol", "none");
        series.put("silent", true);
        series.put(
                "lineStyle", Map.of("color", line.colour(), "type", line.dashed() ? "dashed" : "solid", "width", 1.5));
        series.put("endLabel", Map.of("show", true, "formatter", line.name(), "color", line.colour(), "fontSize", 13));
        return series;
    }

    private record Line(double atMm, String name, String colour, boolean dashed) {}
}
