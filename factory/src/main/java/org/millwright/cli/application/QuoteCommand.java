package org.millwright.cli.application;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.millwright.cli.ExitCode;
import org.millwright.factory.demo.DemoFactory;
import org.millwright.factory.demo.WholePath;
import org.millwright.factory.demo.WholePath.Wish;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.platform.money.Money;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.text.FindingWords;
import org.millwright.factory.quoting.Quote;
import org.millwright.factory.quoting.Term;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Severity;
import org.millwright.json.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quote FILE}: price, date and carbon with the whole breakdown. */
@Command(name = "quote", description = "Gives price, date and carbon with the whole breakdown.")
final class QuoteCommand implements Callable<Integer> {
    @Mixin
    private final WishOptions wanted = new WishOptions();

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() throws Exception {
        Wish wish = wanted.wish();
        try (var context = Application.on(data.folder).withTimeLapse(1).start()) {
            Factory factory = context.getBean(DemoFactory.class).getOrSetUp();
            var path = context.getBean(WholePath.class);
            Quote quote = path.quote(factory, path.upload(factory, wish), wish);
            if (json) {
                System.out.println(JsonText.of(document(quote)));
            } else {
                sayWords(quote);
            }
            return quote.makeable() ? ExitCode.DONE : ExitCode.NO;
        } catch (Problem problem) {
            throw Reading.answered(problem);
        }
    }

    private static Map<String, Object> document(Quote quote) {
        var document = new LinkedHashMap<String, Object>();
        if (quote.price() != null) {
            document.put("price", amount(quote.price()));
        }
        document.put(
                "unitPrices",
                quote.breaks().stream()
                        .map(step -> Map.of("quantity", step.quantity(), "amount", decimal(step.unit())))
                        .toList());
        if (quote.promisedAt() != null) {
            document.put("promisedAt", quote.promisedAt().toString());
        }
        document.put("promiseReason", quote.promiseReason().toString());
        if (quote.carbonKg() != null) {
            document.put("carbonKg", quote.carbonKg());
        }
        document.put("makeable", quote.makeable());
        document.put(
                "findings", quote.findings().stream().map(QuoteCommand::finding).toList());
        document.put(
                "breakdown", quote.breakdown().stream().map(QuoteCommand::term).toList());
        return document;
    }

    private static Map<String, Object> finding(Finding finding) {
        return Map.of(
                "check", finding.check(),
                "severity", finding.severity().name().toLowerCase(Locale.ROOT),
                "message", FindingWords.message(finding, Locale.ENGLISH),
                "hint", FindingWords.hint(finding, Locale.ENGLISH));
    }

    private static Map<String, Object> term(Term term) {
        var document = new LinkedHashMap<String, Object>();
        document.put("term", term.term());
        if (term.amount() != null) {
            document.put("amount", decimal(term.amount()));
        }
        if (term.value() != null) {
            document.put("value", term.value());
        }
        document.put("unit", term.unit());
        document.put("formula", term.formula());
        document.put("source", term.source());
        return document;
    }

    private static Map<String, Object> amount(Money money) {
        return Map.of("amount", decimal(money), "currency", money.currency().getCurrencyCode());
    }

    private static BigDecimal decimal(Money money) {
        return money.toDecimal();
    }

    private static void sayWords(Quote quote) {
        Reading.sayFindings(System.out, quote.findings(), Severity.REVIEW);
        if (!quote.makeable()) {
            System.out.printf("%s cannot be made this way. %s%n", quote.number(), quote.promiseReason());
            return;
        }
        System.out.printf(
                "%s: %s for %d, promised %s (%s)%n",
                quote.number(), quote.price(), quote.quantity(), quote.promisedAt(), quote.promiseReason());
        for (Term term : quote.breakdown()) {
            Object figure = term.amount() != null ? term.amount() : term.value();
            System.out.printf(
                    "  %-22s %12s %-5s %s  [%s]%n",
                    term.term(), figure, term.amount() != null ? "" : term.unit(), term.formula(), term.source());
        }
        quote.breaks().forEach(step -> System.out.printf("  %5d: %s each%n", step.quantity(), step.unit()));
    }
}
