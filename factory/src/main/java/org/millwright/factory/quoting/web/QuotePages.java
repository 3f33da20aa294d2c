package org.millwright.factory.quoting.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.examination.PartViews;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.quoting.Offers;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.QuoteId;
import org.millwright.factory.quoting.QuoteRequest;
import org.millwright.factory.quoting.Quotes;
import org.millwright.factory.quoting.Term;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Quotes: what the factory stands by, beside the other ways of making the same, ready to order or to print. */
@Controller
@OpenToAll
class QuotePages {
    private final Pages pages;
    private final Designs designs;
    private final Quotes quotes;
    private final Offers offers;
    private final Ways ways;
    private final Lots lots;
    private final Factories factories;
    private final PartViews views;

    QuotePages(
            Pages pages,
            Designs designs,
            Quotes quotes,
            Offers offers,
            Ways ways,
            Lots lots,
            Factories factories,
            PartViews views) {
        this.pages = pages;
        this.designs = designs;
        this.quotes = quotes;
        this.offers = offers;
        this.ways = ways;
        this.lots = lots;
        this.factories = factories;
        this.views = views;
    }

    @PostMapping("/quotes")
    ResponseEntity<Void> quote(@RequestParam UUID design, @RequestParam String choice, @RequestParam String quantity) {
        String[] processAndMaterial = choice.split(" ", 2);
        var asked = Quantity.of(quantity);
        if (processAndMaterial.length != 2 || !asked.valid()) {
            throw Problem.of(Problem.Kind.INVALID, "quote-question", Map.of("choice", choice, "quantity", quantity));
        }
        Quote quote = quotes.quote(new QuoteRequest(
                pages.factory(),
                new DesignId(design),
                processAndMaterial[0],
                processAndMaterial[1],
                asked.units(),
                Map.of(),
                pages.actor()));
        return Pages.seeOther("/quotes/" + quote.id());
    }

    /** One quote; {@code delivery} is the way that is chosen already, {@code SEND} or what else there is. */
    @GetMapping("/quotes/{id}")
    ResponseEntity<String> quote(
            @PathVariable UUID id, @RequestParam(defaultValue = "PICK_UP") String delivery, Locale locale) {
        Quote quote = quotes.getQuote(new QuoteId(id));
        Design design = designs.getDesign(quote.design());
        List<Way> others = ways.list(design, quote.quantity(), quote.options(), pages.actor()).stream()
                .filter(way -> !way.process().equals(quote.process())
                        || !way.material().materialId().equals(quote.materialId()))
                .toList();
        var parameters = new HashMap<String, Object>();
        parameters.put("quote", quote);
        parameters.put("design", design);
        parameters.put("part", views.view(design, quote.process(), quote.findings()));
        parameters.put("material", lots.getMaterial(quote.factory(), quote.materialId()));
        parameters.put("farAway", offers.farAway(quote));
        parameters.put("others", others);
        factories.findSending(quote.factory()).ifPresent(sending -> {
            parameters.put("sending", sending);
            parameters.put("sent", delivery.equals("SEND"));
            if (quote.promisedAt() != null) {
                parameters.put("arrives", sending.arrives(quote.promisedAt(), pages.zone()));
            }
        });
        parameters.put("place", factories.getFactory(quote.factory()).place());
        parameters.put("transportKg", transportKg(quote));
        parameters.put("curve", PriceCurve.of(quote.breaks(), quote.quantity()));
        return pages.render("shop/quote.jte", "shop", quote.number(), locale, parameters);
    }

    /** What getting it to its buyer adds to the footprint. */
    private static double transportKg(Quote quote) {
        return quote.breakdown().stream()
                .filter(term -> term.term().equals("carbon-transport"))
                .map(Term::value)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
