package org.millwright.factory.platform.identity;

import java.util.Locale;

/** What somebody does in a factory. A person may have several. */
public enum Role {
    /** Orders things and follows their own orders. */
    BUYER,
    /** Works on the floor. */
    OPERATOR,
    /** Plans machines, people and days. */
    PLANNER,
    /** Inspects, and decides about what is not as it should be. */
    QUALITY,
    /** Runs the factory; may do what every other role may. */
    OWNER;

    /** How it is written in addresses, configuration and the journal. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
