package org.millwright.factory.planning.board;

import java.time.Instant;

/**
 * A bar that somebody put at a place. Every later plan leaves it there, or as soon after as hours, people and running work
 * allow.
 *
 * @param by who pinned it
 */
public record Pin(BarId bar, BarPlace place, String by, Instant at) {}
