package org.millwright.factory.quoting.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.design.Designs;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.geometry.Mesh;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The sides a part could lie on, side by side with price, date and carbon, and why one is better than another. */
@Controller
@OpenToAll
class SidesPages {
    private final Pages pages;
    private final Designs designs;
    private final Sides sides;

    SidesPages(Pages pages, Designs designs, Sides sides) {
        this.pages = pages;
        this.designs = designs;
        this.sides = sides;
    }

    @PostMapping("/designs/{id}/sides")
    ResponseEntity<Void> make(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "1") String quantity) {
        Design design = designs.getDesign(new DesignId(id));
        sides.make(design, mesh(design), pages.actor());
        return Pages.seeOther(UriComponentsBuilder.fromPath("/designs/" + id + "/sides")
                .queryParam("choice", choice)
                .queryParam("quantity", quantity)
                .encode()
                .build()
                .toUriString());
    }

    @GetMapping("/designs/{id}/sides")
    ResponseEntity<String> sides(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "1") String quantity,
            Locale locale) {
        Design design = designs.getDesign(new DesignId(id));
        var asked = Quantity.of(quantity);
        var parameters = new HashMap<String, Object>();
        parameters.put("design", design);
        parameters.put("choice", choice);
        parameters.put("quantity", asked);
        parameters.put("sides", sides.list(design, mesh(design), choice, asked.units(), pages.actor()));
        return pages.render("shop/sides.jte", "shop", design.fileName(), locale, parameters);
    }

    private Mesh mesh(Design design) {
        if (designs.shape(design.id()) instanceof Mesh mesh) {
            return mesh;
        }
        throw Problem.of(Problem.Kind.NOT_FOUND, "design-flat", Map.of("file", design.fileName()));
    }
}
