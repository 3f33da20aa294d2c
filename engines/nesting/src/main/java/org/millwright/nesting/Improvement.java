package org.millwright.nesting;

import org.millwright.nesting.model.Layout;

/**
 * A better layout found while solving.
 *
 * @param number 1 for the first layout, and so on
 * @param atS elapsed seconds since solving began
 */
public record Improvement(long number, double atS, Layout layout) {}
