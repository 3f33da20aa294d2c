package org.millwright.factory.quoting.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.design.Designs;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.MaterialDefinition;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.QuoteId;
import org.millwright.factory.quoting.QuoteRequest;
import org.millwright.factory.quoting.Quotes;
import org.millwright.geometry.LengthUnit;
import org.millwright.processes.ManufacturingProcess;
import org.millwright.processes.Processes;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The shop: upload a file, say its unit, choose process and material, read the quote. */
@Controller
@OpenToAll
public class ShopPages {

    private final Pages pages;
    private final Designs designs;
    private final Quotes quotes;
    private final Lots lots;

    ShopPages(Pages pages, Designs designs, Quotes quotes, Lots lots) {
        this.pages = pages;
        this.designs = designs;
        this.quotes = quotes;
        this.lots = lots;
    }

    /** A way of making a design: a process and a material in its form. */
    public record Choice(String process, MaterialDefinition material) {}

    @GetMapping("/shop")
    ResponseEntity<String> shop(Locale locale) {
        return pages.render(
                "shop/shop.jte",
                "shop",
                pages.text("section.shop", locale),
                locale,
                Map.of(
                        "designs",
                        designs.listDesigns(pages.factory()).stream().limit(24).toList()));
    }

    @PostMapping("/designs")
    ResponseEntity<Void> upload(@RequestParam MultipartFile file) throws IOException {
        if (file.isEmpty()) {
            throw Problem.of(Problem.Kind.INVALID, "upload-empty", Map.of());
        }
        try (InputStream content = file.getInputStream()) {
            String name = String.valueOf(file.getOriginalFilename());
            Design design = designs.upload(pages.factory(), name, content, null, pages.actor());
            return Pages.seeOther("/designs/" + design.id());
        }
    }

    @GetMapping("/designs/{id}")
    ResponseEntity<String> design(@PathVariable UUID id, Locale locale) {
        Design design = designs.getDesign(new DesignId(id));
        return pages.render(
                "shop/design.jte",
                "shop",
                design.fileName(),
                locale,
                Map.of("design", design, "choices", choices(design), "units", LengthUnit.values()));
    }

    @PostMapping("/designs/{id}/unit")
    ResponseEntity<Void> unit(@PathVariable UUID id, @RequestParam LengthUnit unit) {
        designs.chooseUnit(new DesignId(id), unit, pages.actor());
        return Pages.seeOther("/designs/" + id);
    }

    @PostMapping("/quotes")
    ResponseEntity<Void> quote(@RequestParam UUID design, @RequestParam String choice, @RequestParam int quantity) {
        String[] processAndMaterial = choice.split(" ", 2);
        if (processAndMaterial.length != 2 || quantity < 1) {
            throw Problem.of(Problem.Kind.INVALID, "quote-question", Map.of("choice", choice, "quantity", quantity));
        }
        Quote quote = quotes.quote(new QuoteRequest(
                pages.factory(),
                new DesignId(design),
                processAndMaterial[0],
                processAndMaterial[1],
                quantity,
                Map.of(),
                pages.actor()));
        return Pages.seeOther("/quotes/" + quote.id());
    }

    @GetMapping("/quotes/{id}")
    ResponseEntity<String> quote(@PathVariable UUID id, Locale locale) {
        Quote quote = quotes.getQuote(new QuoteId(id));
        var parameters = new HashMap<String, Object>();
        parameters.put("quote", quote);
        parameters.put("design", designs.getDesign(quote.design()));
        parameters.put("material", lots.getMaterial(quote.factory(), quote.materialId()));
        return pages.render("shop/quote.jte", "shop", quote.number(), locale, parameters);
    }

    private List<Choice> choices(Design design) {
        FactoryId factory = design.factory();
        var shape = designs.shapeOrLikely(design);
        return Processes.listProcesses().stream()
                .filter(process -> process.accepts(shape))
                .flatMap(process -> lots.listMaterials(factory).stream()
                        .filter(material -> suits(process, material))
                        .map(material -> new Choice(process.id(), material)))
                .toList();
    }

    private static boolean suits(ManufacturingProcess process, MaterialDefinition material) {
        return material.material().form() == process.materialForm();
    }
}
