package org.millwright.nesting;

import org.millwright.nesting.model.Layout;

/**
 * A better layout found while solving.
 *
 * @param step how many layouts had been built
 * @param atS seconds since solving began
 */
public record Improvement(long step, double atS, Layout layout) {}
