package org.millwright.nesting.place;

import java.util.ArrayList;
import java.util.List;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;

/** An item in all the rotations that are tried, cut into trapezoids, as itself and grown by the clearance. */
final class Part {
    /** Tried for items that may be turned freely. */
    private static final List<Double> QUARTER_TURNS = List.of(0.0, 90.0, 180.0, 270.0);

    final Item item;
    final double[] rotationsDeg;
    final Trapezoids[] shapes;
    final Trapezoids[] grown;

    Part(Item item, long clearanceUm) {
        this.item = item;
        List<Double> rotations = new ArrayList<>();
        List<Polygon> turned = new ArrayList<>();
        for (double degrees : tried(item.orientations())) {
            Polygon shape = item.shape().rotated(degrees);
            if (!turned.contains(shape)) {
                turned.add(shape);
                rotations.add(degrees);
            }
        }
        rotationsDeg = rotations.stream().mapToDouble(Double::doubleValue).toArray();
        shapes = new Trapezoids[rotationsDeg.length];
        grown = new Trapezoids[rotationsDeg.length];
        for (int r = 0; r < rotationsDeg.length; r++) {
            shapes[r] = Trapezoids.of(ringsOf(turned.get(r)));
            grown[r] = shapes[r].grown(clearanceUm);
        }
    }

    /** The item turned and mirrored in any way, as itself or grown by the clearance. */
    static Trapezoids turned(Item item, double degrees, boolean mirrored, long grownUm) {
        Polygon shape = (mirrored ? item.shape().mirrored() : item.shape()).rotated(degrees);
        return Trapezoids.of(ringsOf(shape)).grown(grownUm);
    }

    private static List<long[]> ringsOf(Polygon shape) {
        List<long[]> rings = new ArrayList<>();
        for (int ring = 0; ring < shape.ringCount(); ring++) {
            rings.add(shape.ringUm(ring));
        }
        return rings;
    }

    /** Steps as they are; of ranges the ends and the quarter turns within. */
    private static List<Double> tried(Orientations allowed) {
        List<Double> turns = new ArrayList<>();
        for (Orientations.Range range : allowed.ranges()) {
            if (range.toDeg() - range.fromDeg() < 360) {
                turns.add(range.fromDeg());
            }
        }
        QUARTER_TURNS.stream()
                .filter(turn -> !allowed.isStepped() && allowed.allows(turn, false))
                .forEach(turns::add);
        return turns;
    }
}
