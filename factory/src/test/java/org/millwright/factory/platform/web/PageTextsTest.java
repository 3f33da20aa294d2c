package org.millwright.factory.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.millwright.factory.catalog.Colour;
import org.millwright.factory.design.LimitUnit;
import org.millwright.factory.insight.Figure;
import org.millwright.factory.insight.Load;
import org.millwright.factory.insight.Need;
import org.millwright.factory.inventory.LotKind;
import org.millwright.factory.inventory.LotState;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.search.OrderSearch;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.board.SearchGoal;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.text.Texts;
import org.millwright.factory.production.JobState;
import org.millwright.factory.production.task.TaskState;
import org.millwright.factory.quality.Disposition;
import org.millwright.factory.quality.Nonconformance;
import org.millwright.factory.quality.control.ControlChart;
import org.millwright.factory.quality.web.QualityPages;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.Severity;
import org.millwright.processes.ManufacturingProcess;
import org.millwright.processes.ManufacturingProcess.Step;
import org.millwright.processes.Processes;
import org.millwright.processes.manufacturability.Limits;
import org.millwright.processes.manufacturability.Making;
import org.millwright.scheduling.model.BindingReason;

/** Every text that a page asks for is there, so that no page fails on a rare state. */
class PageTextsTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path CODE = Path.of("src/main/java/org/millwright/factory");
    private static final Pattern WHOLE_KEY = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z][A-Za-z-]*)+)\"");
    private static final Pattern ASKED_IN_CODE = Pattern.compile("pages\\.text\\(\"([A-Za-z.-]+)\"");
    private static final Pattern BEGINNING = Pattern.compile("\"([a-z][A-Za-z]*\\.)\" \\+");

    /** What follows each beginning that templates complete with a value. */
    private static final Map<String, Stream<String>> ENDINGS = Map.ofEntries(
            Map.entry("unit.", names(LengthUnit.values())),
            Map.entry("best.", Stream.of("price", "date", "carbon")),
            Map.entry("carbon.", Stream.of("air", "ship", "assumed.air", "assumed.ship")),
            Map.entry("colour.", names(Colour.values())),
            Map.entry(
                    "violation.",
                    Stream.of(
                            "number",
                            "range",
                            "ground",
                            "text-empty",
                            "text-long",
                            "text-letter",
                            "text-direction",
                            "finger-wide")),
            Map.entry("side.", Stream.of("front", "back", "left", "right", "top", "bottom")),
            Map.entry("severity.", names(Severity.BLOCKING, Severity.WARNING, Severity.REVIEW)),
            Map.entry("order.", names(OrderState.values())),
            Map.entry("ordersAnswer.", names(OrderSearch.View.values())),
            Map.entry("ordersView.", names(OrderSearch.View.values())),
            Map.entry("figure.", names(Figure.Name.values())),
            Map.entry("fact.", names(Figure.Name.values())),
            Map.entry("movement.", Stream.of("RECEIVE", "RESERVE", "RELEASE", "CONSUME", "ADJUST")),
            Map.entry("rule.", names(ControlChart.Rule.values())),
            Map.entry("ruleWhat.", names(ControlChart.Rule.values())),
            Map.entry("sight.", names(QualityPages.Sight.values())),
            Map.entry("dispositionWhat.", names(Disposition.values())),
            Map.entry(
                    "freight.",
                    Stream.of(
                            "van-diesel",
                            "van-electric",
                            "truck",
                            "rail",
                            "ship-container",
                            "air-short-haul",
                            "air-long-haul")),
            Map.entry("searchGoal.", names(SearchGoal.values())),
            Map.entry("searchGoalWhat.", names(SearchGoal.values())),
            Map.entry("limit.", limits().map(Limits.Limit::name)),
            Map.entry(
                    "limitUnit.",
                    limits().map(limit -> LimitUnit.key(limit.unit())).filter(key -> !key.isEmpty())),
            Map.entry("skill.", Stream.of("cutting", "finishing", "inspection", "packing", "printing")),
            Map.entry("startStep.", Stream.of("1", "2", "3", "4", "5")),
            Map.entry("day.", Stream.of("0", "1", "2", "3", "4", "5", "6")),
            Map.entry("settings.", Stream.of("factory", "machines", "materials", "people", "hours", "data")),
            Map.entry("need.", names(Need.Kind.values())),
            Map.entry("needWhy.", names(Need.Kind.values())),
            Map.entry("group.", Stream.of("printer", "laser", Load.PEOPLE)),
            Map.entry("operation.", names(OperationState.values())),
            Map.entry("unitState.", names(UnitState.values())),
            Map.entry("unitMaking.", Stream.of("PREPARED", "RUNNING", "RUN_ENDED")),
            Map.entry("lotKind.", names(LotKind.values())),
            Map.entry("lotState.", names(LotState.values())),
            Map.entry("task.", names(TaskState.values())),
            Map.entry("disposition.", names(Disposition.values())),
            Map.entry("role.", names(Role.values())),
            Map.entry("roleWhat.", names(Role.values())),
            Map.entry("cause.", names(Nonconformance.Cause.values())),
            Map.entry("process.", Processes.listProcesses().stream().map(ManufacturingProcess::id)),
            Map.entry("step.", steps()),
            Map.entry("because.", because()),
            Map.entry("moved.", because().filter(reason -> !reason.equals("running"))),
            Map.entry("job.", names(JobState.values())),
            Map.entry("build.", names(BuildState.values())),
            Map.entry("scrap.", Stream.of("warped", "broken", "rough", "incomplete", "other")),
            Map.entry(
                    "term.",
                    Stream.of(
                            "material",
                            "machine",
                            "energy",
                            "setup",
                            "labour",
                            "packing",
                            "overhead",
                            "margin",
                            "carbon-material",
                            "carbon-energy",
                            "carbon-packing",
                            "carbon-transport")));

    /** Shown only where there is a text for them. */
    private static final Set<String> OPTIONAL =
            Set.of("entry.", "moveCause.", "reading.", "readingName.", "condition.", "clear.", "machineState.");

    private final Texts texts = Texts.bundled();

    @Test
    void everyTextThatATemplateNamesIsThere() throws IOException {
        assertThat(texts.keys()).containsAll(found(TEMPLATES, ".jte", WHOLE_KEY));
    }

    @Test
    void everyTextThatThePagesNameIsThere() throws IOException {
        assertThat(texts.keys()).containsAll(found(CODE, "Pages.java", ASKED_IN_CODE));
    }

    @Test
    void everyStateThatATemplateCanShowHasItsText() throws IOException {
        Set<String> beginnings = found(TEMPLATES, ".jte", BEGINNING);
        beginnings.removeAll(OPTIONAL);
        assertThat(ENDINGS.keySet()).as("beginnings this test knows").containsAll(beginnings);
        ENDINGS.forEach((beginning, endings) -> assertThat(texts.keys())
                .containsAll(endings.map(beginning::concat).toList()));
    }

    private static Set<String> found(Path folder, String suffix, Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(suffix)).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
            }
        }
        assertThat(found).as("in %s", folder).isNotEmpty();
        return found;
    }

    private static Stream<Limits.Limit> limits() {
        return Processes.listProcesses().stream()
                .flatMap(process -> Limits.list(Making.named(process.judgedAs())).stream());
    }

    private static Stream<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name);
    }

    private static Stream<String> because() {
        return Stream.concat(
                Stream.of("running", "pinned", "nothing"),
                Arrays.stream(BindingReason.Kind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static Stream<String> steps() {
        return Stream.concat(
                Stream.of("clear"),
                Processes.listProcesses().stream()
                        .flatMap(process -> process.steps().stream())
                        .map(Step::name)
                        .collect(Collectors.toSet())
                        .stream());
    }
}
