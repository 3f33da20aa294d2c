package org.millwright.factory.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.quoting.Quotes;
import org.millwright.factory.testing.browser.DemoInBrowser;
import org.millwright.factory.testing.browser.Look;
import org.millwright.factory.testing.browser.Visitor;

/** Walks through every kind of page in several windows, takes its picture and notes what is not sound. */
final class PageTour {
    private static final List<Look> ALL = List.of(Look.DESK, Look.TABLET, Look.PHONE, Look.DESK.inTheDark());

    private final DemoInBrowser demo;
    private final String occasion;

    PageTour(DemoInBrowser demo, String occasion) {
        this.demo = demo;
        this.occasion = occasion;
    }

    /** The owner sees everything; in German it is enough to look once. */
    void walk() {
        Map<String, String> pages = pages();
        var faults = new ArrayList<String>();
        for (Look look : ALL) {
            try (Visitor owner = demo.visitor(look, Role.OWNER)) {
                pages.forEach((name, path) -> look(owner, name, path, faults));
            }
        }
        try (Visitor german = demo.visitor(Look.DESK.in("de-DE"), Role.OWNER)) {
            pages.forEach((name, path) -> look(german, name, path, faults));
        }
        assertThat(faults).as("what is not sound").isEmpty();
    }

    private void look(Visitor visitor, String name, String path, List<String> faults) {
        visitor.open(path);
        visitor.heading().waitFor();
        visitor.picture(name + "-" + occasion);
        try {
            visitor.assertSound();
        } catch (AssertionError unsound) {
            faults.add(name + ": " + unsound.getMessage());
        }
    }

    /** One address of each kind of page, by the name of its picture; kinds of which there is nothing are left out. */
    private Map<String, String> pages() {
        FactoryId factory = demo.get(Factories.class).listFactories().getFirst().id();
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "/");
        pages.put("shop", "/shop");
        demo.get(Designs.class).listDesigns(factory).stream()
                .findFirst()
                .ifPresent(design -> pages.put("design", "/designs/" + design.id()));
        demo.get(Quotes.class).listQuotes(factory).stream()
                .findFirst()
                .ifPresent(quote -> pages.put("quote", "/quotes/" + quote.id()));
        pages.put("orders", "/orders");
        demo.get(Orders.class).listOrders(factory).stream()
                .findFirst()
                .ifPresent(order -> pages.put("order", "/orders/" + order.id()));
        pages.put("board", "/board");
        pages.put("floor", "/floor");
        demo.get(Factories.class).listMachines(factory).stream()
                .findFirst()
                .ifPresent(machine -> pages.put("machine", "/floor/machines/" + machine.id()));
        pages.put("tasks", "/tasks");
        pages.put("materials", "/materials");
        demo.get(Lots.class).listLots(factory).stream()
                .findFirst()
                .ifPresent(lot -> pages.put("lot", "/materials/lots/" + lot.id()));
        pages.put("quality", "/quality");
        pages.put("settings", "/settings");
        pages.put("accounts", "/accounts");
        pages.put("account", "/account");
        pages.put("search", "/search?q=a");
        return pages;
    }
}
