package org.millwright.factory.planning.trial;

import java.util.HashMap;
import java.util.Map;
import org.millwright.factory.facility.energy.EnergyDays;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.pass.Floors;
import org.millwright.factory.planning.pass.OpenWork;
import org.millwright.factory.planning.store.BuildStore;
import org.millwright.factory.planning.store.PinStore;
import org.millwright.factory.planning.store.TimetableStore;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.planning.timetable.Floor;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.stereotype.Component;

/** Reads the plan in force. */
@Component
public class LivePlans {
    private final Floors floors;
    private final OpenWork openWork;
    private final PinStore pins;
    private final TimetableStore timetables;
    private final BuildStore builds;
    private final WorkOrderStore orders;
    private final EnergyDays energyDays;

    LivePlans(
            Floors floors,
            OpenWork openWork,
            PinStore pins,
            TimetableStore timetables,
            BuildStore builds,
            WorkOrderStore orders,
            EnergyDays energyDays) {
        this.floors = floors;
        this.openWork = openWork;
        this.pins = pins;
        this.timetables = timetables;
        this.builds = builds;
        this.orders = orders;
        this.energyDays = energyDays;
    }

    public LivePlan get(FactoryId factory) {
        Floor floor = floors.get(factory);
        OpenWork.Work work = openWork.read(factory, floor);
        return new LivePlan(
                floor,
                work,
                pins.list(factory),
                timetables.findVersion(factory).orElse(0),
                labels(factory, work),
                energyDays.get(factory));
    }

    private Map<BarId, String> labels(FactoryId factory, OpenWork.Work work) {
        Map<BarId, String> labels = new HashMap<>();
        for (BuildPlan build : builds.listOpen(factory)) {
            labels.put(new BarId(BarId.Kind.BUILD, build.id().value()), build.number());
        }
        Map<WorkOrderId, String> numbers = new HashMap<>();
        for (WorkOrder order : orders.listOpen(factory)) {
            numbers.put(order.id(), order.orderNumber());
        }
        work.orders()
                .forEach(order -> order.phases()
                        .forEach(phase ->
                                labels.put(BarId.of(phase.operation()), numbers.getOrDefault(order.workOrder(), ""))));
        return labels;
    }
}
