package org.millwright.factory.catalog;

import java.util.Locale;

/** Colours to choose from; the factory prints in the spool nearest to it. */
public enum Colour {
    PETROL("#0b5a66"),
    RED("#b3261e"),
    YELLOW("#e0a800"),
    GREEN("#2f7d45"),
    BLUE("#2457a6"),
    BLACK("#2b2b2b"),
    WHITE("#f2f0ea");

    private final String hex;

    Colour(String hex) {
        this.hex = hex;
    }

    /** As {@code #rrggbb}. */
    public String hex() {
        return hex;
    }

    /** In file names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
