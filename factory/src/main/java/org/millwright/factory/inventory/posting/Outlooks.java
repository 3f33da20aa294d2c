package org.millwright.factory.inventory.posting;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.LotState;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.inventory.material.MaterialOutlook;
import org.millwright.factory.inventory.material.PlannedUse;
import org.millwright.factory.inventory.store.Ledger;
import org.millwright.factory.inventory.store.LotStore;
import org.millwright.factory.inventory.store.MaterialStore;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Works out how long materials last. */
@Component
public class Outlooks {
    private final MaterialStore materials;
    private final LotStore lots;
    private final Ledger ledger;
    private final ObjectProvider<PlannedUse> planned;

    /** @param planned asked for late, because planning itself stands on the inventory */
    public Outlooks(MaterialStore materials, LotStore lots, Ledger ledger, ObjectProvider<PlannedUse> planned) {
        this.materials = materials;
        this.lots = lots;
        this.ledger = ledger;
        this.planned = planned;
    }

    public List<MaterialOutlook> list(FactoryId factory, Instant now) {
        Instant since = now.minus(Duration.ofDays(MaterialOutlook.WINDOW_DAYS));
        Map<String, Long> used = ledger.usedSince(factory, since);
        List<Lot> all = lots.list(factory);
        Map<String, Instant> ends =
                planned.stream().findFirst().map(plan -> plan.listEnds(factory)).orElseGet(Map::of);
        return materials.list(factory).stream()
                .map(material -> outlook(
                        material,
                        all.stream()
                                .filter(lot -> lot.materialId().equals(material.materialId()))
                                .toList(),
                        used.getOrDefault(material.materialId(), 0L),
                        ends.get(material.materialId()),
                        now))
                .sorted(Comparator.comparing(
                        MaterialOutlook::daysLeft, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static MaterialOutlook outlook(
            MaterialDefinition material, List<Lot> lots, long used, @Nullable Instant planEnds, Instant now) {
        double days = lots.stream()
                .map(Lot::receivedAt)
                .min(Comparator.naturalOrder())
                .map(first -> Duration.between(first, now).toHours() / 24.0)
                .map(age -> Math.clamp(age, 1.0, (double) MaterialOutlook.WINDOW_DAYS))
                .orElse((double) MaterialOutlook.WINDOW_DAYS);
        long usable = lots.stream()
                .filter(lot -> lot.state() == LotState.AVAILABLE)
                .mapToLong(Lot::onHand)
                .sum();
        long available = lots.stream().mapToLong(Lot::available).sum();
        return new MaterialOutlook(
                material,
                lots.stream().mapToLong(Lot::onHand).sum(),
                lots.stream().mapToLong(Lot::reserved).sum(),
                available,
                used / days,
                daysLeft(usable, available, used / days, planEnds, now));
    }

    /** The plan takes what is promised, mean use takes the rest from the plan's end on; mean use alone if that is sooner. */
    private static @Nullable Double daysLeft(
            long usable, long available, double perDay, @Nullable Instant planEnds, Instant now) {
        Double planned = planEnds == null
                ? null
                : Math.max(0, Duration.between(now, planEnds).toMinutes() / 1440.0);
        if (perDay == 0) {
            return planned != null && available <= 0 ? planned : null;
        }
        double byUse = usable / perDay;
        return planned == null
                ? Double.valueOf(byUse)
                : Double.valueOf(Math.min(byUse, planned + Math.max(0, available) / perDay));
    }
}
