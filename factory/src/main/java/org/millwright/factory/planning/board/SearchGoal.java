package org.millwright.factory.planning.board;

/** What a search for a better plan makes less. */
public enum SearchGoal {
    /** How late orders are, all together. */
    LATENESS,
    /** What the electricity of runs that have not begun costs. */
    COST,
    /** What that electricity emits. */
    CARBON
}
