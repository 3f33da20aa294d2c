package org.millwright.geometry.features;

import java.util.Arrays;
import org.millwright.geometry.surface.Surface;

/** Groups of neighbouring faces that lie in one plane: a strip of a cylinder, a wall, a floor. */
final class FlatPatches {
    /** Faces turned against each other by less than this lie in one plane: the sine of 0.06°. */
    private static final double FLAT_SINE = 1e-3;

    private final int[] patchOf;
    private final double[] areas;
    private final int count;

    FlatPatches(Surface surface) {
        int faces = surface.count();
        patchOf = new int[faces];
        Arrays.fill(patchOf, -1);
        var sums = new double[faces];
        var stack = new int[faces];
        int patches = 0;
        for (int seed = 0; seed < faces; seed++) {
            if (patchOf[seed] >= 0) {
                continue;
            }
            int top = 0;
            stack[top++] = seed;
            patchOf[seed] = patches;
            while (top > 0) {
                int face = stack[--top];
                sums[patches] += surface.areaMm2(face);
                for (int edge = 0; edge < 3; edge++) {
                    int other = surface.neighbour(face, edge);
                    if (other >= 0
                            && patchOf[other] < 0
                            && surface.cosine(seed, other) > 0
                            && Math.abs(surface.convexity(face, edge)) < FLAT_SINE) {
                        patchOf[other] = patches;
                        stack[top++] = other;
                    }
                }
            }
            patches++;
        }
        count = patches;
        areas = Arrays.copyOf(sums, patches);
    }

    int count() {
        return count;
    }

    int of(int face) {
        return patchOf[face];
    }

    double areaMm2(int patch) {
        return areas[patch];
    }
}
