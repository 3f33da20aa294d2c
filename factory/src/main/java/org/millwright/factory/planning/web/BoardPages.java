package org.millwright.factory.planning.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.energy.EnergyDay;
import org.millwright.factory.facility.energy.EnergyDays;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.BarPlace;
import org.millwright.factory.planning.board.LateOrder;
import org.millwright.factory.planning.board.Plans;
import org.millwright.factory.planning.board.ScenarioId;
import org.millwright.factory.planning.board.ScenarioView;
import org.millwright.factory.planning.board.SearchGoal;
import org.millwright.factory.planning.replan.Replans;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The board: the timetable as rows of bars, what is late and why, and copies of the plan to try things on. */
@Controller
@AllowedFor({Role.PLANNER, Role.OPERATOR, Role.QUALITY})
public class BoardPages {
    private static final int MOST_ROWS = 1000;

    private final Pages pages;
    private final Plans plans;
    private final Replans replans;
    private final BoardReader reader;
    private final BarReader bars;
    private final WorkOrders workOrders;
    private final Factories factories;
    private final EnergyDays energyDays;
    private final InstantSource time;

    BoardPages(
            Pages pages,
            Plans plans,
            Replans replans,
            BoardReader reader,
            BarReader bars,
            WorkOrders workOrders,
            Factories factories,
            EnergyDays energyDays,
            InstantSource time) {
        this.pages = pages;
        this.plans = plans;
        this.replans = replans;
        this.reader = reader;
        this.bars = bars;
        this.workOrders = workOrders;
        this.factories = factories;
        this.energyDays = energyDays;
        this.time = time;
    }

    @GetMapping("/board")
    ResponseEntity<String> board(@RequestParam(required = false) @Nullable UUID whatif, Locale locale) {
        FactoryId factory = pages.factory();
        ScenarioView scenario = whatif == null ? null : plans.look(new ScenarioId(whatif));
        List<LateOrder> late = plans.listLate(factory);
        var parameters = new HashMap<String, Object>();
        parameters.put("late", late);
        parameters.put("planned", workOrders.timetable(factory).size());
        parameters.put("replans", replans.listLast(factory));
        parameters.put("scenario", scenario);
        parameters.put("scenarios", plans.listScenarios(factory));
        parameters.put("search", plans.findSearch(factory).orElse(null));
        EnergyDay energy = energyDays.get(factory);
        parameters.put("goals", goals(energy));
        parameters.put("currency", factories.getFactory(factory).currency());
        return pages.render("board/board.jte", "board", pages.text("section.board", locale), locale, parameters);
    }

    @GetMapping(path = "/board/data", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    BoardData data(@RequestParam(required = false) @Nullable UUID whatif, Locale locale) {
        return reader.read(pages.factory(), whatif == null ? null : plans.look(new ScenarioId(whatif)), locale);
    }

    /** The same as a table, for screen readers and printers: what is still to be done, and what was done lately. */
    @GetMapping("/board/table")
    ResponseEntity<String> table(Locale locale) {
        FactoryId factory = pages.factory();
        Instant from = time.instant().minus(Duration.ofHours(2));
        List<PlannedOperation> operations = workOrders.timetable(factory).stream()
                .filter(operation -> operation.state().live() || operation.end().isAfter(from))
                .limit(MOST_ROWS)
                .toList();
        var parameters = new HashMap<String, Object>();
        parameters.put("lines", bars.lines(factory, operations));
        return pages.render("board/table.jte", "board", pages.text("board.table", locale), locale, parameters);
    }

    /** Why here, why now. */
    @GetMapping("/board/bars/{bar}")
    ResponseEntity<String> bar(
            @PathVariable String bar, @RequestParam(required = false) @Nullable UUID whatif, Locale locale) {
        FactoryId factory = pages.factory();
        var parameters = new HashMap<String, Object>();
        parameters.put("view", bars.get(factory, id(bar)));
        parameters.put("whatif", whatif == null ? "" : whatif.toString());
        return pages.render("board/bar.jte", "board", pages.text("board.bar", locale), locale, parameters);
    }

    /** What a move would lead to. */
    @AllowedFor(Role.PLANNER)
    @GetMapping(path = "/board/bars/{bar}/try", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    MoveAnswer tryMove(
            @PathVariable String bar,
            @RequestParam(required = false) @Nullable UUID machine,
            @RequestParam long start,
            @RequestParam(required = false) @Nullable UUID whatif) {
        BarId id = id(bar);
        return MoveAnswer.of(
                id,
                plans.tryMove(
                        pages.factory(),
                        id,
                        place(machine, Instant.ofEpochSecond(start)),
                        whatif == null ? null : new ScenarioId(whatif)));
    }

    /** Moves a bar; on a copy of the plan when one is named. */
    @AllowedFor(Role.PLANNER)
    @PostMapping("/board/bars/{bar}/move")
    ResponseEntity<?> move(
            @PathVariable String bar,
            @RequestParam(required = false) @Nullable UUID machine,
            @RequestParam String start,
            @RequestParam(required = false) @Nullable UUID seenMachine,
            @RequestParam long seenStart,
            @RequestParam(required = false) @Nullable UUID whatif) {
        FactoryId factory = pages.factory();
        BarId id = id(bar);
        BarPlace place = place(machine, instant(start));
        if (whatif != null) {
            plans.wish(new ScenarioId(whatif), id, place);
        } else {
            plans.move(factory, id, place, place(seenMachine, Instant.ofEpochSecond(seenStart)), pages.actor());
        }
        return Pages.seeOther(address(whatif));
    }

    @AllowedFor(Role.PLANNER)
    @PostMapping("/board/bars/{bar}/unpin")
    ResponseEntity<?> unpin(@PathVariable String bar, @RequestParam(required = false) @Nullable UUID whatif) {
        if (whatif == null) {
            plans.unpin(pages.factory(), id(bar), pages.actor());
        } else {
            plans.wish(new ScenarioId(whatif), id(bar), null);
        }
        return Pages.seeOther(address(whatif));
    }

    @AllowedFor(Role.PLANNER)
    @PostMapping("/board/whatif")
    ResponseEntity<Void> open() {
        return Pages.seeOther(
                address(plans.open(pages.factory(), pages.actor()).id().value()));
    }

    @AllowedFor(Role.PLANNER)
    @PostMapping("/board/whatif/{id}/undo")
    ResponseEntity<Void> undo(@PathVariable UUID id, @RequestParam String bar) {
        plans.undo(new ScenarioId(id), id(bar));
        return Pages.seeOther(address(id));
    }

    @AllowedFor(Role.PLANNER)
    @PostMapping("/board/whatif/{id}/adopt")
    ResponseEntity<Void> adopt(@PathVariable UUID id, @RequestParam String seen) {
        plans.adopt(new ScenarioId(id), seen, pages.actor());
        return Pages.seeOther("/board");
    }

    @AllowedFor(Role.PLANNER)
    @PostMapping("/board/whatif/{id}/discard")
    ResponseEntity<Void> discard(@PathVariable UUID id) {
        plans.discard(new ScenarioId(id));
        return Pages.seeOther("/board");
    }

    /** How the search stands, as a part of the board. */
    @GetMapping("/board/search")
    ResponseEntity<String> searchState(Locale locale) {
        var parameters = new HashMap<String, Object>();
        parameters.put("search", plans.findSearch(pages.factory()).orElse(null));
        parameters.put("currency", factories.getFactory(pages.factory()).currency());
        return pages.renderPart("board/search.jte", locale, parameters);
    }

    @AllowedFor(Role.PLANNER)
    @PostMapping("/board/search")
    ResponseEntity<Void> search(@RequestParam(defaultValue = "LATENESS") SearchGoal goal) {
        plans.search(pages.factory(), goal, pages.actor());
        return Pages.seeOther("/board");
    }

    @AllowedFor(Role.PLANNER)
    @PostMapping("/board/search/stop")
    ResponseEntity<Void> stopSearch() {
        plans.stopSearch(pages.factory());
        return Pages.seeOther("/board");
    }

    /** What hours that are all alike cannot make less is not offered. */
    private static List<SearchGoal> goals(EnergyDay energy) {
        List<SearchGoal> goals = new ArrayList<>();
        goals.addAll(List.of(SearchGoal.LATENESS, SearchGoal.LATE_ORDERS, SearchGoal.SPAN, SearchGoal.RESERVE));
        if (energy.pricesDiffer()) {
            goals.add(SearchGoal.COST);
        }
        if (energy.carbonDiffers()) {
            goals.add(SearchGoal.CARBON);
        }
        return goals;
    }

    private static String address(@Nullable UUID whatif) {
        return whatif == null ? "/board" : "/board?whatif=" + whatif;
    }

    private static BarPlace place(@Nullable UUID machine, Instant start) {
        return new BarPlace(machine == null ? null : new MachineId(machine), start);
    }

    private static BarId id(String bar) {
        try {
            return BarId.of(bar);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "bar-missing", Map.of("bar", bar), unreadable);
        }
    }

    /** Seconds since 1970 from scripts, or what a date field sends, in the factory's zone. */
    private Instant instant(String text) {
        try {
            return text.chars().allMatch(Character::isDigit)
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : LocalDateTime.parse(text).atZone(pages.zone()).toInstant();
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            throw Problem.of(Problem.Kind.INVALID, "time-unreadable", Map.of("text", text), unreadable);
        }
    }
}
