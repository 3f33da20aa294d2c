package org.millwright.nesting.place;

import java.util.ArrayList;
import java.util.List;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.shape.Extras;
import org.millwright.nesting.shape.Lattice;

/** An item in all the rotations that are tried, cut into trapezoids, as itself and grown by the clearance. */
final class Part {
    private static final double UM_PER_MM = 1000;

    final Item item;
    final Extras extras;
    /** What the levels of any two parts may owe beyond the clearance. */
    private final long levelsUm;

    final double[] rotationsDeg;
    final Trapezoids[] shapes;
    final Trapezoids[] grown;

    /** @param tried steps in which the item is tried */
    Part(Item item, Orientations tried, long clearanceUm, Extras extras, long levelsUm) {
        this.levelsUm = levelsUm;
        this.item = item;
        this.extras = extras;
        List<Double> rotations = new ArrayList<>();
        List<Polygon> turned = new ArrayList<>();
        for (Orientations.Range step : tried.ranges()) {
            double degrees = step.fromDeg();
            Polygon shape = item.shape().rotated(degrees);
            if (!turned.contains(shape) || !extras.equals(Extras.none())) {
                turned.add(shape);
                rotations.add(degrees);
            }
        }
        rotationsDeg = rotations.stream().mapToDouble(Double::doubleValue).toArray();
        shapes = new Trapezoids[rotationsDeg.length];
        grown = new Trapezoids[rotationsDeg.length];
        for (int r = 0; r < rotationsDeg.length; r++) {
            shapes[r] = shape(rotationsDeg[r], false, clearanceUm);
            grown[r] = grown(rotationsDeg[r], false, clearanceUm);
        }
    }

    /** The item as it looks for room, with its ways in as far as others do not keep that room anyway. */
    Trapezoids shape(double degrees, boolean mirrored, long clearanceUm) {
        return withWays(turned(degrees, mirrored), degrees, mirrored, clearanceUm);
    }

    /** The item as others have to keep off it. */
    Trapezoids grown(double degrees, boolean mirrored, long clearanceUm) {
        return withWays(turned(degrees, mirrored).grown(clearanceUm + levelsUm), degrees, mirrored, 0);
    }

    /** Where the origin of the item may lie along an axis, on stock that begins at the given place. */
    Lattice lattice(Constraints constraints, Stock stock, double degrees, boolean mirrored, boolean alongX) {
        for (Constraints.Match match : extras.matches()) {
            for (Constraints.Pattern pattern : constraints.patterns()) {
                if (pattern.stockId().equals(stock.id())) {
                    double x = (mirrored ? -1 : 1) * match.xMm() * UM_PER_MM;
                    double y = match.yMm() * UM_PER_MM;
                    double cos = Math.cos(Math.toRadians(degrees));
                    double sin = Math.sin(Math.toRadians(degrees));
                    double begins =
                            alongX ? stock.shape().minXUm() : stock.shape().minYUm();
                    double phase = UM_PER_MM * (alongX ? match.phaseXMm() : match.phaseYMm());
                    return Lattice.of(
                                    UM_PER_MM * (alongX ? pattern.repeatXMm() : pattern.repeatYMm()),
                                    begins + phase,
                                    UM_PER_MM * match.toleranceMm())
                            .before(alongX ? x * cos - y * sin : x * sin + y * cos);
                }
            }
        }
        return Lattice.everywhere();
    }

    private Trapezoids turned(double degrees, boolean mirrored) {
        Trapezoids turned = Trapezoids.of(ringsOf(turned(item.shape(), degrees, mirrored)));
        for (Constraints.Level level : extras.levels()) {
            turned = turned.with(Trapezoids.of(ringsOf(turned(level.shape(), degrees, mirrored))));
        }
        return turned;
    }

    private static Polygon turned(Polygon shape, double degrees, boolean mirrored) {
        return (mirrored ? shape.mirrored() : shape).rotated(degrees);
    }

    private Trapezoids withWays(Trapezoids shape, double degrees, boolean mirrored, long takenUm) {
        Trapezoids all = shape;
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        for (double[] capsule : extras.capsules(mirrored, (double) takenUm)) {
            long[] ring = new long[capsule.length];
            for (int i = 0; i < ring.length; i += 2) {
                ring[i] = Math.round(capsule[i] * cos - capsule[i + 1] * sin);
                ring[i + 1] = Math.round(capsule[i] * sin + capsule[i + 1] * cos);
            }
            all = all.with(Trapezoids.of(List.of(ring)));
        }
        return all;
    }

    private static List<long[]> ringsOf(Polygon shape) {
        List<long[]> rings = new ArrayList<>();
        for (int ring = 0; ring < shape.ringCount(); ring++) {
            rings.add(shape.ringUm(ring));
        }
        return rings;
    }
}
