package org.millwright.factory.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.stereotype.Component;

/** Works out how long materials last. */
@Component
class Outlooks {
    private final MaterialStore materials;
    private final LotStore lots;
    private final Ledger ledger;

    Outlooks(MaterialStore materials, LotStore lots, Ledger ledger) {
        this.materials = materials;
        this.lots = lots;
        this.ledger = ledger;
    }

    List<MaterialOutlook> list(FactoryId factory, Instant now) {
        Instant since = now.minus(Duration.ofDays(MaterialOutlook.WINDOW_DAYS));
        Map<String, Long> used = ledger.usedSince(factory, since);
        List<Lot> all = lots.list(factory);
        return materials.list(factory).stream()
                .map(material -> outlook(
                        material,
                        all.stream()
                                .filter(lot -> lot.materialId().equals(material.materialId()))
                                .toList(),
                        used.getOrDefault(material.materialId(), 0L),
                        now))
                .sorted(Comparator.comparing(
                        MaterialOutlook::daysLeft, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static MaterialOutlook outlook(MaterialDefinition material, List<Lot> lots, long used, Instant now) {
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
        return new MaterialOutlook(
                material,
                lots.stream().mapToLong(Lot::onHand).sum(),
                lots.stream().mapToLong(Lot::reserved).sum(),
                lots.stream().mapToLong(Lot::available).sum(),
                used / days,
                used == 0 ? null : usable / (used / days));
    }
}
