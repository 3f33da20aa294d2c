package org.millwright.factory.quoting.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.design.DesignView;
import org.millwright.factory.design.Designs;
import org.millwright.factory.planning.examination.PartViews;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.geometry.LengthUnit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One design in the shop: its unit, what was found on it, and every way of making it with price, date and carbon. */
@Controller
@OpenToAll
class DesignPages {
    private final Pages pages;
    private final Designs designs;
    private final Ways ways;
    private final PartViews views;

    DesignPages(Pages pages, Designs designs, Ways ways, PartViews views) {
        this.pages = pages;
        this.designs = designs;
        this.ways = ways;
        this.views = views;
    }

    /** A script that uploads gets the address of the design; a form is sent there. */
    @PostMapping("/designs")
    ResponseEntity<Void> upload(
            @RequestParam MultipartFile file,
            @RequestHeader(name = "Millwright-Part", required = false) @Nullable String part)
            throws IOException {
        if (file.isEmpty()) {
            throw Problem.of(Problem.Kind.INVALID, "upload-empty", Map.of());
        }
        try (InputStream content = file.getInputStream()) {
            String name = String.valueOf(file.getOriginalFilename());
            Design design = designs.upload(pages.factory(), name, content, null, pages.actor());
            String address = "/designs/" + design.id();
            return part == null
                    ? Pages.seeOther(address)
                    : ResponseEntity.created(URI.create(address)).build();
        }
    }

    @PostMapping("/designs/{id}/unit")
    ResponseEntity<Void> unit(@PathVariable UUID id, @RequestParam LengthUnit unit) {
        designs.chooseUnit(new DesignId(id), unit, pages.actor());
        return Pages.seeOther("/designs/" + id);
    }

    /** @param choice process and material with a blank between them; the best one when it is not possible */
    @GetMapping("/designs/{id}")
    ResponseEntity<String> design(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "1") String quantity,
            Locale locale) {
        Design design = designs.getDesign(new DesignId(id));
        var asked = Quantity.of(quantity);
        List<Way> all = ways.list(design, asked.units(), Map.of(), pages.actor());
        @Nullable
        Way chosen = all.stream()
                .filter(way -> way.key().equals(choice))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElse(null);
        var parameters = new HashMap<String, Object>();
        parameters.put("part", part(design, chosen));
        parameters.put("ways", all);
        parameters.put("chosen", Optional.ofNullable(chosen));
        parameters.put("quantity", asked);
        parameters.put("units", UnitChoice.listFor(design));
        parameters.put(
                "curve",
                PriceCurve.of(chosen == null ? List.of() : chosen.offer().breaks(), asked.units()));
        return pages.render("shop/design.jte", "shop", design.fileName(), locale, parameters);
    }

    private DesignView part(Design design, @Nullable Way chosen) {
        return views.view(
                design,
                chosen == null ? "" : chosen.process(),
                chosen == null ? design.findings() : chosen.offer().findings());
    }
}
