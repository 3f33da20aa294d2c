package org.millwright.factory.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.people.invitation.Invitations;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.quality.Inspections;
import org.millwright.factory.quoting.Quotes;
import org.millwright.factory.testing.browser.DemoInBrowser;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Shape;

/** Addresses of every kind of page, by a name for its picture; kinds of which there is nothing are left out. */
final class SitePages {
    private final DemoInBrowser demo;
    private final FactoryId factory;
    private final Map<String, String> pages = new LinkedHashMap<>();

    private SitePages(DemoInBrowser demo) {
        this.demo = demo;
        this.factory = demo.get(Factories.class).listFactories().getFirst().id();
    }

    /** The sections, and one thing of each kind that most people look at. */
    static Map<String, String> main(DemoInBrowser demo) {
        var site = new SitePages(demo);
        site.addMain();
        return site.pages;
    }

    /** The rest: forms, sheets to print, and what is opened now and then. */
    static Map<String, String> rest(DemoInBrowser demo) {
        var site = new SitePages(demo);
        site.addRest();
        return site.pages;
    }

    private void addMain() {
        pages.put("home", "/");
        pages.put("shop", "/shop");
        findDesign(Mesh.class).ifPresent(solid -> pages.put("design", "/designs/" + solid.id()));
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
    }

    private Optional<Design> findDesign(Class<? extends Shape> kind) {
        Designs designs = demo.get(Designs.class);
        return designs.listDesigns(factory).stream()
                .filter(design -> design.unit() != null && kind.isInstance(designs.shape(design.id())))
                .findFirst();
    }

    private void addRest() {
        findDesign(Outline.class).ifPresent(flat -> pages.put("design-flat", "/designs/" + flat.id()));
        findDesign(Mesh.class).ifPresent(solid -> pages.put("sides", "/designs/" + solid.id() + "/sides"));
        pages.put("name-tag", "/catalog/name-tag");
        pages.put("box", "/catalog/box");
        pages.put("board-table", "/board/table");
        demo.get(Orders.class).listOrders(factory).stream().findFirst().ifPresent(this::addPapers);
        demo.get(WorkOrders.class).listBuilds(factory).stream()
                .findFirst()
                .ifPresent(build -> pages.put("build", "/builds/" + build.id()));
        demo.get(WorkOrders.class).listBuilds(factory).stream()
                .filter(build -> build.state() == BuildState.PLANNED)
                .findFirst()
                .ifPresent(build -> pages.put("layout", "/builds/" + build.id() + "/layout"));
        demo.get(Jobs.class).listOpenTasks(factory).stream()
                .findFirst()
                .ifPresent(task -> pages.put("task", "/tasks/" + task.id()));
        addQuality();
        addMaterials();
        pages.put("settings-machines", "/settings/machines");
        pages.put("settings-materials", "/settings/materials");
        pages.put("settings-people", "/settings/people");
        pages.put("settings-hours", "/settings/hours");
        pages.put("settings-data", "/settings/data");
        pages.put("settings-energy", "/settings/energy");
        demo.get(Factories.class).listMachines(factory).stream()
                .findFirst()
                .ifPresent(machine -> pages.put("limits", "/settings/machines/" + machine.id() + "/limits"));
        pages.put("webhooks", "/webhooks");
        pages.put("figure", "/figures/MARGIN");
        var invited = demo.get(Invitations.class).invite("Somebody new", Set.of(Role.OPERATOR), null);
        pages.put("invitation", "/invitation/" + invited.key().text());
        pages.put("sign-in", "/sign-in");
    }

    private void addPapers(Order order) {
        pages.put("traveller", "/orders/" + order.id() + "/traveller");
        pages.put("labels", "/orders/" + order.id() + "/labels");
        pages.put("tracking", "/track/" + order.trackingKey());
    }

    private void addQuality() {
        Inspections inspections = demo.get(Inspections.class);
        WorkOrders workOrders = demo.get(WorkOrders.class);
        inspections.listNonconformances(factory).stream().findFirst().ifPresent(found -> {
            pages.put("nonconformance", "/quality/nonconformances/" + found.id());
            pages.put(
                    "unit", "/quality/units/" + workOrders.getUnit(found.unit()).serial());
        });
        workOrders.listWorkOrders(factory).stream()
                .flatMap(order -> workOrders.listUnits(order.id()).stream())
                .filter(unit -> unit.state() == UnitState.PACKED)
                .findFirst()
                .ifPresent(unit -> pages.put("passport", "/passport/21/" + unit.serial()));
    }

    private void addMaterials() {
        pages.put("receive", "/materials/receive");
        demo.get(Lots.class).listLots(factory).stream()
                .map(Lot::lotNumber)
                .findFirst()
                .ifPresent(lot -> pages.put("weigh", "/materials/weigh?lot=" + lot));
    }
}
