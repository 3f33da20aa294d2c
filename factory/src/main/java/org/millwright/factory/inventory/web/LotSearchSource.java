package org.millwright.factory.inventory.web;

import java.util.List;
import java.util.Locale;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.LotState;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.platform.search.SearchSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds lots by number and material, for those who work here. */
@Component
@Order(3)
class LotSearchSource implements SearchSource {
    private final Lots lots;

    LotSearchSource(Lots lots) {
        this.lots = lots;
    }

    @Override
    public List<Hit> find(Question question) {
        if (!question.viewer().isStaff()) {
            return List.of();
        }
        String words = question.words().toLowerCase(Locale.ROOT);
        return lots.listLots(question.factory()).stream()
                .filter(lot -> lot.lotNumber().toLowerCase(Locale.ROOT).contains(words)
                        && (lot.state() != LotState.EMPTY || exact(lot, question)))
                .limit(question.most())
                .map(lot -> new Hit(
                        "/materials/lots/" + lot.id(),
                        lot.lotNumber(),
                        lot.materialId(),
                        "kind.lot",
                        "materials",
                        exact(lot, question)))
                .toList();
    }

    private static boolean exact(Lot lot, Question question) {
        return lot.lotNumber().equalsIgnoreCase(question.words());
    }
}
