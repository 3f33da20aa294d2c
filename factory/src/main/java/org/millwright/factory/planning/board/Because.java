package org.millwright.factory.planning.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain that forces a bar's start. Its words are in the bundle {@code planning} under
 * {@code because.<reason>}.
 *
 * @param reason kebab-case, for instance {@code machine-busy}
 * @param about the bar that this holds
 * @param label what that bar is called
 * @param resource the machine, person or skill concerned; empty when none is
 * @param other what the bar in the way is called; empty when none is
 * @param otherBar the bar in the way
 * @param until when this reason stops holding; null when it does not
 */
public record Because(
        String reason,
        BarId about,
        String label,
        String resource,
        String other,
        @Nullable BarId otherBar,
        @Nullable Instant until) {

    /** Whether the resource is a skill, whose name pages give in the reader's language, and no machine or person. */
    public boolean ofSkill() {
        return reason.equals("person-not-available");
    }
}
