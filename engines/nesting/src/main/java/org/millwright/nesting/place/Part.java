package org.millwright.nesting.place;

import java.util.ArrayList;
import java.util.List;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Polygon;

/** An item in all the rotations that are tried, cut into trapezoids, as itself and grown by the clearance. */
final class Part {
    /** Tried for items that may be turned freely. */
    private static final List<Integer> QUARTER_TURNS = List.of(0, 90, 180, 270);

    final Item item;
    final int[] rotationsDeg;
    final Trapezoids[] shapes;
    final Trapezoids[] grown;

    Part(Item item, long clearanceUm) {
        this.item = item;
        List<Integer> allowed = item.rotationsDeg().isEmpty() ? QUARTER_TURNS : item.rotationsDeg();
        List<Integer> rotations = new ArrayList<>();
        List<Polygon> turned = new ArrayList<>();
        for (int degrees : allowed) {
            Polygon shape = item.shape().rotated(degrees);
            if (!turned.contains(shape)) {
                turned.add(shape);
                rotations.add(degrees);
            }
        }
        rotationsDeg = rotations.stream().mapToInt(Integer::intValue).toArray();
        shapes = new Trapezoids[rotationsDeg.length];
        grown = new Trapezoids[rotationsDeg.length];
        for (int r = 0; r < rotationsDeg.length; r++) {
            List<long[]> rings = new ArrayList<>();
            for (int ring = 0; ring < turned.get(r).ringCount(); ring++) {
                rings.add(turned.get(r).ringUm(ring));
            }
            shapes[r] = Trapezoids.of(rings);
            grown[r] = shapes[r].grown(clearanceUm);
        }
    }
}
