package org.millwright.scheduling.construct.explain;

import org.millwright.scheduling.model.BindingReason;

/** One link of the chain that forces a start: an operation, and why it starts when it does. */
public record Cause(String operationId, BindingReason reason) {}
