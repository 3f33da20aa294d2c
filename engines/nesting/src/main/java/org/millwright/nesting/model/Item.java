package org.millwright.nesting.model;

import java.util.List;

/**
 * A part to be placed.
 *
 * @param quantity how many copies, at least 1
 * @param priority larger is placed first
 * @param quality least quality of the material under it; 0 when any will do
 */
public record Item(String id, Polygon shape, int quantity, Orientations orientations, int priority, int quality) {

    /** @param rotationsDeg allowed rotations, counter-clockwise; empty when any is */
    public Item(String id, Polygon shape, int quantity, List<Integer> rotationsDeg, int priority) {
        this(
                id,
                shape,
                quantity,
                rotationsDeg.isEmpty()
                        ? Orientations.any()
                        : Orientations.of(rotationsDeg.stream()
                                .mapToDouble(Integer::doubleValue)
                                .toArray()),
                priority,
                0);
    }

    /** One kind of part that may be turned by quarter turns. */
    public static Item of(String id, Polygon shape, int quantity) {
        return new Item(id, shape, quantity, Orientations.of(0, 90, 180, 270), 0, 0);
    }
}
