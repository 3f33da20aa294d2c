package org.millwright.nesting.model;

import java.util.List;

/**
 * A part to be placed.
 *
 * @param quantity how many copies, at least 1
 * @param rotationsDeg allowed rotations, counter-clockwise; empty when any is
 * @param priority larger is placed first
 */
public record Item(String id, Polygon shape, int quantity, List<Integer> rotationsDeg, int priority) {
    public Item {
        rotationsDeg = List.copyOf(rotationsDeg);
    }

    /** One kind of part that may be turned by quarter turns. */
    public static Item of(String id, Polygon shape, int quantity) {
        return new Item(id, shape, quantity, List.of(0, 90, 180, 270), 0);
    }
}
