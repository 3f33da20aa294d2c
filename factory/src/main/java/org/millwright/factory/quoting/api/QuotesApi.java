package org.millwright.factory.quoting.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.api.FindingOut;
import org.millwright.factory.platform.api.Given;
import org.millwright.factory.platform.api.Items;
import org.millwright.factory.platform.api.Price;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.viewer.CurrentFactory;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.QuoteId;
import org.millwright.factory.quoting.QuoteRequest;
import org.millwright.factory.quoting.Quotes;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Price, date and carbon of a design in a quantity. Whoever knows a quote's id may read and order it. */
@RestController
@RequestMapping("/api/v1/quotes")
@OpenToAll
@Tag(name = "Quotes")
class QuotesApi {
    private final CurrentFactory factory;
    private final Quotes quotes;

    QuotesApi(CurrentFactory factory, Quotes quotes) {
        this.factory = factory;
        this.quotes = quotes;
    }

    record QuoteIn(
            @Nullable UUID design,
            @Schema(example = "printing") @Nullable String process,
            @Schema(example = "pla") @Nullable String material,
            @Schema(example = "5") @Nullable Integer quantity,

            @Schema(example = "{\"infillPercent\": 20}") @Nullable
            Map<String, Double> options) {}

    record UnitPriceOut(@Schema(example = "10") int quantity, Price each) {}

    /** A term of the explanation: an amount of money, or a value in a unit. */
    record TermOut(
            @Schema(example = "material") String term,
            @Nullable Price amount,
            @Nullable Double value,
            String unit,
            @Schema(example = "12.4 g × 22.00 EUR/kg") String formula,
            String source) {}

    record QuoteOut(
            UUID id,
            @Schema(example = "Q-1004") String number,
            int version,
            UUID design,
            String process,
            String material,
            int quantity,
            Map<String, Double> options,
            boolean makeable,
            List<FindingOut> findings,
            @Nullable Price price,
            List<UnitPriceOut> unitPrices,
            @Nullable Instant promisedAt,
            String promiseReason,
            @Nullable Double carbonKg,
            List<TermOut> breakdown,
            Instant createdAt,
            Instant expiresAt) {
        static QuoteOut of(Quote quote, Locale locale) {
            return new QuoteOut(
                    quote.id().value(),
                    quote.number(),
                    quote.version(),
                    quote.design().value(),
                    quote.process(),
                    quote.materialId(),
                    quote.quantity(),
                    quote.options(),
                    quote.makeable(),
                    FindingOut.all(quote.findings(), locale),
                    Price.ofNullable(quote.price()),
                    quote.breaks().stream()
                            .map(step -> new UnitPriceOut(step.quantity(), Price.of(step.unit())))
                            .toList(),
                    quote.promisedAt(),
                    quote.promiseReason().in(locale),
                    quote.carbonKg(),
                    quote.breakdown().stream()
                            .map(term -> new TermOut(
                                    term.term(),
                                    Price.ofNullable(term.amount()),
                                    term.value(),
                                    term.unit(),
                                    term.formula(),
                                    term.source()))
                            .toList(),
                    quote.createdAt(),
                    quote.expiresAt());
        }
    }

    @GetMapping
    @AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
    @Operation(summary = "All quotes, newest first")
    Items<QuoteOut> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Locale locale) {
        return Items.page(
                quotes.listQuotes(factory.getId()),
                quote -> quote.id().value(),
                after,
                limit,
                quote -> QuoteOut.of(quote, locale));
    }

    @PostMapping
    @Operation(summary = "Price, date and carbon, each with its explanation")
    ResponseEntity<QuoteOut> quote(@RequestBody QuoteIn body, Actor actor, Locale locale) {
        String process = Given.required(body.process(), "process");
        String material = Given.required(body.material(), "material");
        int quantity = Given.required(body.quantity(), "quantity");
        if (quantity < 1) {
            throw Problem.of(
                    Problem.Kind.INVALID,
                    "quote-question",
                    Map.of("choice", process + " " + material, "quantity", quantity));
        }
        Quote quote = quotes.quote(new QuoteRequest(
                factory.getId(),
                new DesignId(Given.required(body.design(), "design")),
                process,
                material,
                quantity,
                Objects.requireNonNullElse(body.options(), Map.of()),
                actor));
        return ResponseEntity.created(URI.create("/api/v1/quotes/" + quote.id()))
                .body(QuoteOut.of(quote, locale));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One quote")
    QuoteOut get(@PathVariable UUID id, Locale locale) {
        return QuoteOut.of(quotes.getQuote(new QuoteId(id)), locale);
    }
}
