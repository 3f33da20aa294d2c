package org.millwright.factory.insight.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.insight.Figure;
import org.millwright.factory.insight.Figures;
import org.millwright.factory.insight.Load;
import org.millwright.factory.insight.Need;
import org.millwright.factory.insight.facts.Fact;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderId;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.ordering.search.OrderSearch;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.platform.web.viewer.CurrentFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** How the factory does today, and what needs somebody. */
@Controller
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
public class HomePages {
    private static final int LOAD_DAYS = 7;
    private static final int MOST_NEEDS = 12;

    private final Pages pages;
    private final CurrentFactory current;
    private final Figures figures;
    private final MachineStrip machines;
    private final Orders orders;
    private final Factories factories;
    private final JsonMapper json;

    HomePages(
            Pages pages,
            CurrentFactory current,
            Figures figures,
            MachineStrip machines,
            Orders orders,
            Factories factories,
            JsonMapper json) {
        this.pages = pages;
        this.current = current;
        this.figures = figures;
        this.machines = machines;
        this.orders = orders;
        this.factories = factories;
        this.json = json;
    }

    /** Staff see how the factory does; others see the shop. */
    @OpenToAll
    @GetMapping("/")
    ResponseEntity<?> home(Locale locale) {
        if (current.find().isEmpty()) {
            return Pages.seeOther("/start");
        }
        if (!pages.viewer().isStaff()) {
            return Pages.seeOther("/shop");
        }
        FactoryId factory = pages.factory();
        List<Need> needs = figures.listNeeds(factory);
        var parameters = new HashMap<String, Object>();
        parameters.put("figures", figures.list(factory));
        parameters.put("needs", needs.stream().limit(MOST_NEEDS).toList());
        parameters.put("more", needs.stream().skip(MOST_NEEDS).toList());
        parameters.put("machines", machines.list(factory));
        parameters.put(
                "chart", LoadChart.of(figures.listLoad(factory, LOAD_DAYS), groups(factory, locale), locale, json));
        parameters.put("currency", factories.getFactory(factory).currency());
        nextPromise(factory).ifPresent(next -> parameters.put("next", next));
        return pages.render("home/home.jte", "home", pages.text("section.home", locale), locale, parameters);
    }

    /** The facts behind a figure. */
    @GetMapping("/figures/{name}")
    ResponseEntity<String> facts(@PathVariable Figure.Name name, Locale locale) {
        String key = "figure." + name;
        FactoryId factory = pages.factory();
        List<Fact> facts = switch (name) {
            case ON_TIME -> figures.listFacts(factory, Fact.Kind.ORDER_ON_TIME);
            case MAKING -> figures.listFacts(factory, Fact.Kind.RUN);
            case MARGIN -> figures.listFacts(factory, Fact.Kind.ORDER_MARGIN);
            case SCRAP -> figures.listFacts(factory, Fact.Kind.UNIT_SCRAPPED);
            case CARBON -> figures.listFacts(factory, Fact.Kind.PART_CARBON);
        };
        return pages.render(
                "home/facts.jte",
                "home",
                pages.text(key, locale),
                locale,
                Map.of(
                        "name",
                        name,
                        "facts",
                        facts.stream().map(fact -> view(fact)).toList(),
                        "currency",
                        factories.getFactory(factory).currency()));
    }

    /**
     * A fact with what it is about.
     *
     * @param href where to read more; empty when there is nothing
     */
    public record FactView(Fact fact, String about, String href) {}

    private FactView view(Fact fact) {
        return switch (fact.kind()) {
            case ORDER_ON_TIME, ORDER_MARGIN -> {
                Order order = orders.getOrder(new OrderId(fact.subject()));
                yield new FactView(fact, order.number(), "/orders/" + order.id());
            }
            case UNIT_MADE, UNIT_SCRAPPED, PART_CARBON ->
                fact.reference() == null
                        ? new FactView(fact, "", "")
                        : orders.findByLine(fact.reference())
                                .map(order -> new FactView(fact, order.number(), "/orders/" + order.id()))
                                .orElseGet(() -> new FactView(fact, "", ""));
            case RUN ->
                fact.reference() == null
                        ? new FactView(fact, "", "")
                        : new FactView(
                                fact,
                                factories
                                        .getMachine(new MachineId(fact.reference()))
                                        .name(),
                                "/floor/machines/" + fact.reference());
        };
    }

    private Optional<Instant> nextPromise(FactoryId factory) {
        return orders.search(factory, new OrderSearch(OrderSearch.View.OPEN, "", null, 0)).orders().stream()
                .map(Order::promisedAt)
                .filter(pages.now()::isBefore)
                .min(Comparator.naturalOrder());
    }

    private Map<String, String> groups(FactoryId factory, Locale locale) {
        Map<String, String> names = new TreeMap<>();
        factories
                .listMachines(factory)
                .forEach(machine -> names.put(machine.equipmentClass(), machine.equipmentClass()));
        names.put(Load.PEOPLE, Load.PEOPLE);
        names.replaceAll((group, name) -> {
            String key = "group." + group;
            return pages.has(key) ? pages.text(key, locale) : group;
        });
        return names;
    }
}
