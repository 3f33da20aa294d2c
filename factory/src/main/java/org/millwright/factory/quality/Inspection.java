package org.millwright.factory.quality;

import java.util.List;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.unit.UnitId;

/**
 * The inspection of one unit.
 *
 * @param round 1 for the first inspection of the unit, one more after each rework
 */
public record Inspection(
        InspectionId id,
        UnitId unit,
        WorkOrderId workOrder,
        int round,
        List<PlannedCharacteristic> characteristics,
        InspectionState state) {
    public Inspection {
        characteristics = List.copyOf(characteristics);
    }

    /** What follows from the measurements so far: open until each characteristic has one, then passed only when all are good. */
    public InspectionState verdict() {
        if (characteristics.stream().anyMatch(planned -> planned.latest() == null)) {
            return InspectionState.OPEN;
        }
        return characteristics.stream()
                        .allMatch(planned ->
                                planned.latest() != null && planned.latest().ok())
                ? InspectionState.PASSED
                : InspectionState.FAILED;
    }
}
