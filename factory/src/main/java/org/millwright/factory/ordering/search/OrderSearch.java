package org.millwright.factory.ordering.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are wanted.
 *
 * @param view a part of all orders
 * @param words in the number, the customer's name or e-mail; empty for any
 * @param account only orders of this account; null for everybody's
 * @param page from 0
 */
public record OrderSearch(View view, String words, @Nullable UUID account, int page) {
    /** Orders on one page. */
    public static final int PAGE = 50;

    public OrderSearch {
        words = words.strip();
        page = Math.max(0, page);
    }

    /** Parts of all orders that people look for. */
    public enum View {
        /** Being made. */
        OPEN,
        /** Being made although the promised date has passed. */
        LATE,
        /** Made and not yet shipped. */
        READY,
        SHIPPED,
        CANCELLED,
        ALL
    }
}
