package org.millwright.scheduling.construct;

import org.millwright.scheduling.model.BindingReason;

/** Told what pushes a start later while a place is searched. */
@FunctionalInterface
public interface Obstacles {
    /** {@code resource} is an index, or -1 when people are meant. */
    void met(BindingReason.Kind kind, int resource, long fromS, long untilS);
}
