package org.millwright.factory.planning.batching;

import java.util.List;
import org.millwright.processes.ManufacturingProcess.LayoutRules;

/** Lays units out on one plate or piece. */
@FunctionalInterface
public interface Layouts {
    /**
     * Places as many of the items as have room, earlier ones in the list first if not all have. The answer may be empty.
     * The same question gets the same answer.
     */
    List<Nest.Place> place(List<Item> items, Stock stock, LayoutRules rules);

    /** As {@link #place}, in a fraction of the time and perhaps with a unit less: for prices and dates. */
    default List<Nest.Place> placeQuickly(List<Item> items, Stock stock, LayoutRules rules) {
        return place(items, stock, rules);
    }
}
