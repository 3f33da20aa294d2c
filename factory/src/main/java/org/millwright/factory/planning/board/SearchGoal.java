package org.millwright.factory.planning.board;

/** What a search for a better plan makes less. */
public enum SearchGoal {
    /** How late orders are, all together. */
    LATENESS(Unit.TIME),
    /** How many orders are late; then how late they are. */
    LATE_ORDERS(Unit.COUNT),
    /** How long it takes until everything is done, without more lateness. */
    SPAN(Unit.TIME),
    /** How much time steps lack before they push others or make their order late, without more lateness. */
    RESERVE(Unit.TIME),
    /** What the electricity of runs that have not begun costs. */
    COST(Unit.MONEY),
    /** What that electricity emits. */
    CARBON(Unit.MASS);

    /** What amounts are told in. */
    public enum Unit {
        /** Seconds. */
        TIME,
        /** Orders. */
        COUNT,
        /** Minor units of the factory's currency. */
        MONEY,
        /** Kilograms. */
        MASS
    }

    private final Unit unit;

    SearchGoal(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }

    /** Whether it is about electricity: then runs move to other hours, and nothing else is rearranged. */
    public boolean isEnergy() {
        return this == COST || this == CARBON;
    }
}
