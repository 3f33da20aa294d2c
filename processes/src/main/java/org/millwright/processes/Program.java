package org.millwright.processes;

import java.time.Duration;
import java.util.Map;

/**
 * A program that a machine runs.
 *
 * @param text the whole program
 * @param dialect {@code marlin} or {@code grbl}
 * @param expectedTime how long it should run
 * @param massG material it uses, in grams
 * @param terms the figures it was made from, for instance {@code cutLengthMm}
 */
public record Program(String text, String dialect, Duration expectedTime, double massG, Map<String, Double> terms) {
    public Program {
        terms = Map.copyOf(terms);
    }
}
