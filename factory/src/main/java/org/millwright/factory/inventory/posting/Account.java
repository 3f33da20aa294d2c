package org.millwright.factory.inventory.posting;

import java.util.Arrays;

/** Where a lot's material is, in the sense of double-entry book-keeping. Only stock and reserved never go below zero. */
public enum Account {
    /** Outside, where material comes from. */
    SUPPLIER,
    /** On the shelf and free. */
    STOCK,
    /** On the shelf and promised. */
    RESERVED,
    /** In parts. */
    CONSUMED,
    /** Thrown away. */
    SCRAP,
    /** Between a sheet and its remnant. */
    TRANSFER,
    /** Differences between the books and what was found. */
    ADJUSTMENT;

    public static String[] names() {
        return Arrays.stream(values()).map(Enum::name).toArray(String[]::new);
    }
}
