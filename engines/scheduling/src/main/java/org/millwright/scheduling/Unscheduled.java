package org.millwright.scheduling;

import org.millwright.scheduling.model.BindingReason;

/** An operation that has no place in a plan, and why. */
public record Unscheduled(String operationId, BindingReason reason) {}
