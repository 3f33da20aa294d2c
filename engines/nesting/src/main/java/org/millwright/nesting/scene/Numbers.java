package org.millwright.nesting.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.nesting.lookup.NoFitMaps;
import org.millwright.nesting.lookup.ObstacleMaps;
import org.millwright.nesting.shape.Figure;
import org.millwright.nesting.shape.Turns;

/** Numbers from 0 for all figures of parts that turn in steps, and the maps of where those overlap one another. */
final class Numbers {
    final Figure[] figures;
    final NoFitMaps maps;
    /** By the index of a stock where figures meet what is on it; filled by {@link Kinds}. */
    final Map<Integer, ObstacleMaps> ofStock = new HashMap<>();

    /** For each part's figures the number of the first. */
    private final IdentityHashMap<Turns, Integer> first = new IdentityHashMap<>();

    /** Numbers figures in the order given; what is given twice counts once. */
    Numbers(List<Turns> parts) {
        List<Figure> steps = new ArrayList<>();
        for (Turns turns : parts) {
            if (first.putIfAbsent(turns, steps.size()) == null) {
                steps.addAll(List.of(turns.steps));
            }
        }
        figures = steps.toArray(Figure[]::new);
        maps = new NoFitMaps(figures);
    }

    int firstOf(Turns turns) {
        Integer number = first.get(turns);
        if (number == null) {
            throw new IllegalArgumentException("A part has no number.");
        }
        return number;
    }
}
