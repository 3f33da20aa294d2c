package org.millwright.factory.production;

import org.millwright.factory.planning.WorkOrderId;

/** Everything good of a work order is packed. */
public record WorkOrderPacked(WorkOrderId workOrder) {}
