package org.millwright.factory.planning.build;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.millwright.factory.inventory.material.PlannedUse;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.stereotype.Component;

/** Tells from the timetable when builds take their material. */
@Component
class PlannedBuilds implements PlannedUse {
    private final WorkOrders workOrders;

    PlannedBuilds(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    @Override
    public Map<String, Instant> listEnds(FactoryId factory) {
        Map<BuildId, String> materials = new HashMap<>();
        workOrders.listBuilds(factory).stream()
                .filter(build -> !build.state().over())
                .forEach(build -> materials.put(build.id(), build.materialId()));
        Map<String, Instant> ends = new HashMap<>();
        for (PlannedOperation operation : workOrders.timetable(factory)) {
            String material = operation.build() == null ? null : materials.get(operation.build());
            if (material != null && operation.kind() == StepKind.RUN) {
                ends.merge(material, operation.end(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return ends;
    }
}
