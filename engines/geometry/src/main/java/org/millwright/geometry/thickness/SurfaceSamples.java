package org.millwright.geometry.thickness;

import java.util.SplittableRandom;
import org.millwright.geometry.Point;
import org.millwright.geometry.surface.Surface;

/** Places spread evenly over a surface: the same number for each part of equal area, within one. Immutable. */
public final class SurfaceSamples {
    private final int[] faces;
    private final double[] places;

    /**
     * Chooses places; the same seed gives the same.
     *
     * @param count how many; a surface without area has none
     */
    public SurfaceSamples(Surface surface, int count, long seed) {
        var random = new SplittableRandom(seed);
        int used = surface.areaMm2() > 0 ? count : 0;
        var before = new double[used];
        for (int i = 0; i < used; i++) {
            before[i] = (i + random.nextDouble()) * surface.areaMm2() / used;
        }
        faces = surface.faceOfEach(before);
        places = new double[3 * used];
        for (int i = 0; i < used; i++) {
            double s = random.nextDouble(), t = random.nextDouble();
            boolean folded = s + t > 1;
            double u = folded ? 1 - s : s, v = folded ? 1 - t : t;
            for (int axis = 0; axis < 3; axis++) {
                double a = surface.at(faces[i], 0, axis);
                places[3 * i + axis] =
                        a + u * (surface.at(faces[i], 1, axis) - a) + v * (surface.at(faces[i], 2, axis) - a);
            }
        }
    }

    public int count() {
        return faces.length;
    }

    /** The face a place lies on. */
    public int face(int place) {
        return faces[place];
    }

    public double x(int place) {
        return places[3 * place];
    }

    public double y(int place) {
        return places[3 * place + 1];
    }

    public double z(int place) {
        return places[3 * place + 2];
    }

    public Point point(int place) {
        return new Point(x(place), y(place), z(place));
    }
}
