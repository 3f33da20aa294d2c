package org.millwright.factory.ordering.outcome;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.energy.CarbonFactors;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.StoredEntry;
import org.springframework.stereotype.Component;

/** Counts outcomes of orders: anew while they are being made, from the store once they are complete. */
@Component
public class Outcomes {
    private static final int MOST_ENTRIES = 50_000;

    private final OutcomeStore store;
    private final Journal journal;
    private final WorkOrders workOrders;
    private final Factories factories;
    private final Lots lots;
    private final CarbonFactors factors;

    Outcomes(
            OutcomeStore store,
            Journal journal,
            WorkOrders workOrders,
            Factories factories,
            Lots lots,
            CarbonFactors factors) {
        this.store = store;
        this.journal = journal;
        this.workOrders = workOrders;
        this.factories = factories;
        this.lots = lots;
        this.factors = factors;
    }

    /** What the order took so far. */
    public Outcome get(Order order) {
        return find(order.id()).orElseGet(() -> count(order));
    }

    /** What was counted when the order was complete. */
    public Optional<Outcome> find(OrderId order) {
        return store.find(order);
    }

    /** Counts once more and keeps the result. */
    public void keep(Order order) {
        store.save(order.id(), count(order));
    }

    private Outcome count(Order order) {
        List<Unit> units = order.lines().stream()
                .flatMap(line -> workOrders.listUnitsFor(line.id().value()).stream())
                .toList();
        Set<UUID> ids = new HashSet<>();
        units.forEach(unit -> ids.add(unit.id().value()));
        Factory factory = factories.getFactory(order.factory());
        var rates = new OutcomeRates(
                factory, factories.listMachines(factory.id()), lots.listMaterials(factory.id()), factors);
        List<StoredEntry> entries = ids.isEmpty()
                ? List.of()
                : journal.listLatestAbout(ids, MOST_ENTRIES).reversed();
        int packed = (int)
                units.stream().filter(unit -> unit.state() == UnitState.PACKED).count();
        return new OutcomeCount(ids, rates).count(entries, packed);
    }
}
