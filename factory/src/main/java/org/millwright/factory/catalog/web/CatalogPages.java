package org.millwright.factory.catalog.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.millwright.factory.catalog.Catalog;
import org.millwright.factory.catalog.Colour;
import org.millwright.factory.catalog.InvalidOptions;
import org.millwright.factory.catalog.Samples;
import org.millwright.factory.catalog.Violation;
import org.millwright.factory.catalog.box.BoxFindings;
import org.millwright.factory.catalog.box.BoxOptions;
import org.millwright.factory.catalog.box.BoxPanels;
import org.millwright.factory.catalog.nametag.NameTagFindings;
import org.millwright.factory.catalog.nametag.NameTagShape;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.ViewMesh;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Mesh;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Products to make one's own: options with their ranges, the shape as it changes, and what is to be said about it. */
@Controller
@OpenToAll
class CatalogPages {
    private final Pages pages;
    private final Catalog catalog;
    private final Samples samples;
    private final Means means;

    CatalogPages(Pages pages, Catalog catalog, Samples samples, Means means) {
        this.pages = pages;
        this.catalog = catalog;
        this.samples = samples;
        this.means = means;
    }

    @GetMapping("/catalog/name-tag")
    ResponseEntity<String> nameTag(@ModelAttribute NameTagForm form, Locale locale) {
        return page(form, locale);
    }

    @GetMapping("/catalog/name-tag/mesh")
    ResponseEntity<byte[]> nameTagMesh(@ModelAttribute NameTagForm form) {
        return mesh(() -> NameTagShape.of(form.read()).solid());
    }

    /** Makes a design of it; what cannot be taken is shown beside its field with all that was typed. */
    @PostMapping("/catalog/name-tag")
    ResponseEntity<?> makeNameTag(@ModelAttribute NameTagForm form, Locale locale) {
        try {
            Design design = catalog.make(pages.factory(), form.read(), form.chosenColour(), pages.actor());
            return Pages.seeOther("/designs/" + design.id());
        } catch (InvalidOptions refused) {
            return page(form, locale);
        }
    }

    @GetMapping("/catalog/box")
    ResponseEntity<String> box(@ModelAttribute BoxForm form, Locale locale) {
        return page(form, locale);
    }

    @GetMapping("/catalog/box/mesh")
    ResponseEntity<byte[]> boxMesh(@ModelAttribute BoxForm form) {
        return mesh(() -> BoxPanels.assembled(form.read()));
    }

    @PostMapping("/catalog/box")
    ResponseEntity<?> makeBox(@ModelAttribute BoxForm form, Locale locale) {
        try {
            Design design = catalog.make(pages.factory(), form.read(), pages.actor());
            return Pages.seeOther("/designs/" + design.id());
        } catch (InvalidOptions refused) {
            return page(form, locale);
        }
    }

    /** Makes one of the two samples a design. */
    @PostMapping("/samples/{name}")
    ResponseEntity<Void> sample(@PathVariable String name) {
        Design design = name.equals("plate")
                ? samples.plate(pages.factory(), pages.actor())
                : samples.tray(pages.factory(), pages.actor());
        return Pages.seeOther("/designs/" + design.id());
    }

    private ResponseEntity<String> page(NameTagForm form, Locale locale) {
        var parameters = new HashMap<String, Object>();
        parameters.put("form", form);
        parameters.put("colours", Colour.values());
        try {
            NameTagShape shape = NameTagShape.of(form.read());
            var plate = means.plate(pages.factory());
            show(parameters, List.of(), NameTagFindings.of(shape, plate.nozzleMm(), plate.widthMm(), plate.depthMm()));
            parameters.put("shape", Optional.of(shape));
        } catch (InvalidOptions refused) {
            show(parameters, refused.violations(), List.of());
            parameters.put("shape", Optional.<NameTagShape>empty());
        }
        return pages.render("catalog/nameTag.jte", "shop", pages.text("product.nameTag", locale), locale, parameters);
    }

    private ResponseEntity<String> page(BoxForm form, Locale locale) {
        var parameters = new HashMap<String, Object>();
        parameters.put("form", form);
        parameters.put("sheets", means.sheets(pages.factory()));
        try {
            BoxOptions box = form.read();
            var sheet = means.sheet(pages.factory(), box.thicknessMm());
            show(parameters, List.of(), BoxFindings.of(box, sheet.kerfMm(), sheet.widthMm(), sheet.depthMm()));
            parameters.put("box", Optional.of(box));
        } catch (InvalidOptions refused) {
            show(parameters, refused.violations(), List.of());
            parameters.put("box", Optional.<BoxOptions>empty());
        }
        return pages.render("catalog/box.jte", "shop", pages.text("product.box", locale), locale, parameters);
    }

    private static void show(Map<String, Object> parameters, List<Violation> violations, List<Finding> findings) {
        parameters.put("violations", violations);
        parameters.put("findings", findings);
    }

    private static ResponseEntity<byte[]> mesh(Supplier<Mesh> solid) {
        try {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .body(ViewMesh.of(solid.get()).bytes());
        } catch (InvalidOptions refused) {
            throw Problem.of(
                    Problem.Kind.INVALID,
                    "catalog-options",
                    Map.of("count", refused.violations().size()),
                    refused);
        }
    }
}
