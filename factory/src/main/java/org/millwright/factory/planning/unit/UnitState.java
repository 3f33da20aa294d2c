package org.millwright.factory.planning.unit;

import java.util.Set;

/** What a unit is at the moment, and what it may become. */
public enum UnitState {
    PLANNED,
    /** It left the machine and waits for its inspection. */
    MADE,
    /** Something went wrong with it; somebody has to decide. */
    SUSPECT,
    RELEASED,
    SCRAPPED,
    PACKED,
    CANCELLED;

    /** The transition table of units. Staying what it is counts as allowed: messages may arrive twice. */
    public boolean mayBecome(UnitState next) {
        return next == this || next().contains(next);
    }

    private Set<UnitState> next() {
        return switch (this) {
            case PLANNED -> Set.of(MADE, SUSPECT, SCRAPPED, CANCELLED);
            case MADE -> Set.of(RELEASED, SUSPECT, SCRAPPED);
            case SUSPECT -> Set.of(MADE, RELEASED, SCRAPPED);
            case RELEASED -> Set.of(PACKED, SUSPECT, SCRAPPED);
            // A recall calls packed units back for judgement.
            case PACKED -> Set.of(SUSPECT);
            case SCRAPPED, CANCELLED -> Set.of();
        };
    }

    /** Whether it will never be delivered. */
    public boolean lost() {
        return this == SCRAPPED || this == CANCELLED;
    }
}
