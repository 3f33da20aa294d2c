package org.millwright.factory.quoting.web;

import java.util.Arrays;
import java.util.Locale;

/** Names of countries for readers. */
public final class Countries {
    private Countries() {}

    /** The name of a country by its ISO 3166-1 alpha-3 code; the code itself when there is no such country. */
    public static String name(String alpha3, Locale reader) {
        return Arrays.stream(Locale.getISOCountries())
                .map(alpha2 -> new Locale.Builder().setRegion(alpha2).build())
                .filter(country -> country.getISO3Country().equals(alpha3))
                .findFirst()
                .map(country -> country.getDisplayCountry(reader))
                .orElse(alpha3);
    }
}
