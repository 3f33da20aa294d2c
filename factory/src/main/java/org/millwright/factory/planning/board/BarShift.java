package org.millwright.factory.planning.board;

import java.time.Instant;

/**
 * A bar that one plan puts elsewhere than another.
 *
 * @param label for people, for instance {@code B-1004}
 * @param from where it stands in the first plan
 * @param to where it stands in the second
 * @param toEnd end of its last operation in the second
 */
public record BarShift(BarId bar, String label, BarPlace from, BarPlace to, Instant toEnd) {}
