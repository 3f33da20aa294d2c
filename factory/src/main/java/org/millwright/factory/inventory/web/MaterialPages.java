package org.millwright.factory.inventory.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.MaterialDefinition;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.platform.web.Required;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Materials: what is there in which lot, what is reserved, what is quarantined. */
@Controller
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
public class MaterialPages {

    private final Pages pages;
    private final Lots lots;

    MaterialPages(Pages pages, Lots lots) {
        this.pages = pages;
        this.lots = lots;
    }

    /** A material with its lots. */
    public record Shelf(MaterialDefinition material, List<Lot> lots) {}

    @GetMapping("/materials")
    ResponseEntity<String> materials(Locale locale) {
        List<Lot> all = lots.listLots(pages.factory());
        var shelves = lots.listMaterials(pages.factory()).stream()
                .map(material -> new Shelf(
                        material,
                        all.stream()
                                .filter(lot -> lot.materialId().equals(material.materialId()))
                                .toList()))
                .toList();
        return pages.render(
                "materials/materials.jte",
                "materials",
                pages.text("section.materials", locale),
                locale,
                Map.of("shelves", shelves, "ledger", lots.checkLedger(pages.factory())));
    }

    @PostMapping("/lots/{id}/quarantine")
    ResponseEntity<Void> quarantine(@PathVariable UUID id, @RequestParam String reason, Locale locale) {
        lots.quarantine(new LotId(id), Required.words(reason, "materials.reason", pages, locale), pages.actor());
        return Pages.seeOther("/materials");
    }

    @PostMapping("/lots/{id}/release")
    ResponseEntity<Void> endQuarantine(@PathVariable UUID id, @RequestParam String reason, Locale locale) {
        lots.endQuarantine(new LotId(id), Required.words(reason, "materials.reason", pages, locale), pages.actor());
        return Pages.seeOther("/materials");
    }
}
