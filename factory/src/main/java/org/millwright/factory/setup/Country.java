package org.millwright.factory.setup;

import java.text.Collator;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A country to choose.
 *
 * @param code ISO 3166-1 alpha-3
 * @param name in the reader's language
 * @param currency ISO 4217 code; empty where none is in use
 */
public record Country(String code, String name, String currency) {
    /** The countries with these codes, in the alphabet of the language. */
    static List<Country> list(Set<String> codes, Locale language) {
        return iso().filter(country -> codes.contains(country.getISO3Country()))
                .map(country -> of(country, language))
                .sorted(Comparator.comparing(Country::name, Collator.getInstance(language)))
                .toList();
    }

    private static Stream<Locale> iso() {
        return Stream.of(Locale.getISOCountries()).map(country -> Locale.of("", country));
    }

    private static Country of(Locale country, Locale language) {
        Currency currency = Currency.getInstance(country);
        return new Country(
                country.getISO3Country(),
                country.getDisplayCountry(language),
                currency == null ? "" : currency.getCurrencyCode());
    }
}
