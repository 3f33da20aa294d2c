package org.millwright.geometry.features;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Point;
import org.millwright.geometry.surface.Surface;

/**
 * Spaces inside a solid that nothing leads out of.
 *
 * @param volumeMm3 of all of them
 * @param at a place on the wall of the largest; null when there are none
 */
public record Cavities(
        int count, double volumeMm3, @Nullable Point at) {
    private static final double TRACE_MM3 = 1e-6;

    /** Inner shells of a surface: those that hang together by themselves and look at less than no volume. */
    public static Cavities of(Surface surface) {
        var shell = new int[surface.count()];
        Arrays.fill(shell, -1);
        var stack = new int[surface.count()];
        Point origin = surface.mesh().bounds().min();
        int count = 0;
        double volume = 0, largest = 0;
        Point at = null;
        for (int seed = 0; seed < shell.length; seed++) {
            if (shell[seed] >= 0) {
                continue;
            }
            int top = 0;
            stack[top++] = seed;
            shell[seed] = seed;
            double threefold = 0;
            boolean closed = true;
            while (top > 0) {
                int face = stack[--top];
                double along = (surface.at(face, 0, 0) - origin.x()) * surface.nx(face)
                        + (surface.at(face, 0, 1) - origin.y()) * surface.ny(face)
                        + (surface.at(face, 0, 2) - origin.z()) * surface.nz(face);
                threefold += along * surface.areaMm2(face);
                for (int edge = 0; edge < 3; edge++) {
                    int other = surface.neighbour(face, edge);
                    closed &= other >= 0 || surface.areaMm2(face) == 0;
                    if (other >= 0 && shell[other] < 0) {
                        shell[other] = seed;
                        stack[top++] = other;
                    }
                }
            }
            if (closed && threefold / 3 < -TRACE_MM3) {
                count++;
                volume -= threefold / 3;
                if (-threefold > largest) {
                    largest = -threefold;
                    at = surface.middle(seed);
                }
            }
        }
        return new Cavities(count, volume, at);
    }
}
