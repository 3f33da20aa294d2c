package org.millwright.factory.production;

import java.util.Optional;

/**
 * One condition of the start permit. Every bean of this type is asked before a task or a run starts, whatever module it
 * comes from; there is no way to start around it.
 */
public interface StartCondition {
    /** What is missing, or empty when the condition holds or does not apply. */
    Optional<Permit.Unmet> check(StartQuestion question);
}
