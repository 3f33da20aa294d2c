package org.millwright.factory.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.millwright.factory.facility.Downtime;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.LotKind;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.passport.Passports;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.quality.Inspections;
import org.millwright.factory.quality.Nonconformance;
import org.millwright.factory.testing.browser.DemoInBrowser;
import org.millwright.factory.testing.browser.LivedInDemo;
import org.millwright.factory.testing.browser.Look;
import org.millwright.factory.testing.browser.Visitor;

/** The days before a visitor came are varied enough that every page has something to tell. */
@Tag("browser")
@ExtendWith(LivedInDemo.class)
class DemoHistoryTest {
    @Test
    void thePastHoldsWhatGoesWrongInAFactory(DemoInBrowser demo) {
        FactoryId factory = factory(demo);
        Instant now = demo.get(FactoryClock.class).instant();
        List<Order> orders = demo.get(Orders.class).listOrders(factory);

        assertThat(orders).as("orders").hasSizeGreaterThan(12);
        assertThat(orders).as("shipped").anyMatch(order -> order.state() == OrderState.SHIPPED);
        assertThat(orders).as("late").anyMatch(order -> order.late(now));
        assertThat(demo.get(Factories.class).listDowntimes(factory))
                .as("breakdown")
                .extracting(Downtime::reason)
                .contains("Hot end is on order");
        assertThat(demo.get(Inspections.class).listNonconformances(factory))
                .as("nonconformances, decided and not")
                .anyMatch(found -> !found.isOpen())
                .hasSizeGreaterThan(1)
                .extracting(Nonconformance::number)
                .doesNotHaveDuplicates();
        List<Lot> lots = demo.get(Lots.class).listLots(factory);
        assertThat(lots)
                .as("low spool")
                .anyMatch(lot -> lot.widthMm() == null && lot.onHand() > 0 && lot.onHand() < 200_000);
        assertThat(lots).as("remnant").anyMatch(lot -> lot.kind() == LotKind.REMNANT);
        assertThat(lots).allMatch(lot -> lot.receivedAt().isBefore(now));
    }

    @Test
    void everythingInItIsAsSoundAsRealWork(DemoInBrowser demo) {
        FactoryId factory = factory(demo);
        assertThat(demo.get(Journal.class).verify().firstBroken()).isNull();
        assertThat(demo.get(Lots.class).checkLedger(factory).faults()).isEmpty();
        WorkOrders workOrders = demo.get(WorkOrders.class);
        Passports passports = demo.get(Passports.class);
        assertThat(workOrders.listWorkOrders(factory).stream()
                        .flatMap(order -> workOrders.listUnits(order.id()).stream())
                        .filter(unit -> unit.state() == UnitState.PACKED))
                .isNotEmpty()
                .allMatch(unit -> passports
                        .findPassport(unit.id())
                        .filter(passport -> passports.verify(passport.json()).valid())
                        .isPresent());
    }

    @Test
    void theBoardSaysWhyAnOrderIsLate(DemoInBrowser demo) {
        try (Visitor owner = demo.visitor(Look.DESK, Role.OWNER).open("/")) {
            assertThat(owner.page().locator(".need-list")).containsText("late");
            assertThat(owner.page().locator(".need-list")).containsText("Printer 3 is down");
            assertThat(owner.page().locator(".chart-key li").first()).isVisible();
            owner.picture("home-history");
            owner.open("/board");
            owner.picture("board-history");
            owner.open("/materials");
            assertThat(owner.page().locator(".ring.attention").first()).isVisible();
            owner.picture("materials-history");
        }
    }

    private static FactoryId factory(DemoInBrowser demo) {
        return demo.get(Factories.class).listFactories().getFirst().id();
    }
}
