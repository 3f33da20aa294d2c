package org.millwright.factory.planning;

/** A work order was accepted and waits to be planned. */
public record WorkOrderCreated(WorkOrderId workOrder) {}
