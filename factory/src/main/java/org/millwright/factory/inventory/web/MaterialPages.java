package org.millwright.factory.inventory.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.inventory.LotMovement;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.platform.web.Required;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Materials: what runs out when, what is there in which lot, and the ledger behind each. */
@Controller
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
public class MaterialPages {
    private final Pages pages;
    private final Lots lots;

    MaterialPages(Pages pages, Lots lots) {
        this.pages = pages;
        this.lots = lots;
    }

    @GetMapping("/materials")
    ResponseEntity<String> materials(Locale locale) {
        FactoryId factory = pages.factory();
        List<Lot> all = lots.listLots(factory);
        Map<LotId, Long> received = lots.listReceived(factory);
        List<Shelf> shelves = lots.listOutlook(factory).stream()
                .map(outlook -> new Shelf(
                        outlook,
                        all.stream()
                                .filter(lot -> lot.materialId()
                                        .equals(outlook.material().materialId()))
                                .toList(),
                        received))
                .toList();
        return pages.render(
                "materials/materials.jte",
                "materials",
                pages.text("section.materials", locale),
                locale,
                Map.of("shelves", shelves, "ledger", lots.checkLedger(factory)));
    }

    /** One lot with every booking on it. */
    @GetMapping("/materials/lots/{id}")
    ResponseEntity<String> lot(@PathVariable UUID id, Locale locale) {
        Lot lot = lots.getLot(new LotId(id));
        List<LotMovement> movements = lots.listMovements(lot.id());
        return pages.render(
                "materials/lot.jte",
                "materials",
                lot.lotNumber(),
                locale,
                Map.of(
                        "lot",
                        lot,
                        "material",
                        lots.getMaterial(lot.factory(), lot.materialId()),
                        "movements",
                        movements,
                        "received",
                        lots.listReceived(lot.factory()).getOrDefault(lot.id(), lot.onHand())));
    }

    @PostMapping("/lots/{id}/quarantine")
    ResponseEntity<Void> quarantine(@PathVariable UUID id, @RequestParam String reason, Locale locale) {
        lots.quarantine(
                new LotId(id), Required.words(reason, "reason", "materials.reason", pages, locale), pages.actor());
        return Pages.seeOther("/materials/lots/" + id);
    }

    @PostMapping("/lots/{id}/release")
    ResponseEntity<Void> endQuarantine(@PathVariable UUID id, @RequestParam String reason, Locale locale) {
        lots.endQuarantine(
                new LotId(id), Required.words(reason, "reason", "materials.reason", pages, locale), pages.actor());
        return Pages.seeOther("/materials/lots/" + id);
    }
}
