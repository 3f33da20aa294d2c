package org.millwright.factory.quoting.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.millwright.factory.design.Designs;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front of the shop: a place to drop a file, and for those who work here parts seen lately. */
@Controller
@OpenToAll
class ShopPages {
    private static final int RECENT = 12;

    private final Pages pages;
    private final Designs designs;

    ShopPages(Pages pages, Designs designs) {
        this.pages = pages;
        this.designs = designs;
    }

    @GetMapping("/shop")
    ResponseEntity<String> shop(Locale locale) {
        return pages.render(
                "shop/shop.jte",
                "shop",
                pages.text("section.shop", locale),
                locale,
                Map.of(
                        "designs",
                        pages.viewer().isStaff()
                                ? designs.listDesigns(pages.factory()).stream()
                                        .limit(RECENT)
                                        .toList()
                                : List.of()));
    }
}
