package org.millwright.factory.planning.examination;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.design.DesignView;
import org.millwright.factory.design.Designs;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.parts.Examinations;
import org.millwright.factory.planning.pass.Floors;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Severity;
import org.millwright.geometry.Shape;
import org.millwright.processes.Equipment;
import org.millwright.processes.Processes;
import org.springframework.stereotype.Service;

/** Parts as buyers, planners and operators see them: the same picture with the same marks. */
@Service
public class PartViews {
    private final Designs designs;
    private final Factories factories;
    private final Examinations examinations;
    private final Floors floors;

    public PartViews(Designs designs, Factories factories, Examinations examinations, Floors floors) {
        this.designs = designs;
        this.factories = factories;
        this.examinations = examinations;
        this.floors = floors;
    }

    /**
     * A part on the plate or bed of the first machine for it.
     *
     * @param process what it is made by; empty while nobody has chosen
     */
    public DesignView view(Design design, String process, List<Finding> findings) {
        Shape shape = designs.shapeOrLikely(design);
        return new DesignView(design, shape.bounds(), machine(design.factory(), shape, process), findings);
    }

    private @Nullable Equipment machine(FactoryId factory, Shape shape, String wanted) {
        List<Machine> machines = factories.listMachines(factory);
        return Processes.listProcesses().stream()
                .filter(process ->
                        wanted.isEmpty() ? process.accepts(shape) : process.id().equals(wanted))
                .flatMap(process -> machines.stream()
                        .filter(machine -> machine.equipmentClass().equals(process.equipmentClass())))
                .map(Machine::equipment)
                .findFirst()
                .orElse(null);
    }

    /** The part that a work order makes, with what makers should look out for. */
    public DesignView view(WorkOrder order) {
        List<Finding> findings = examinations
                .examine(
                        order.factory(),
                        order.design(),
                        order.process(),
                        order.materialId(),
                        order.options(),
                        floors.get(order.factory()))
                .findings();
        return view(designs.getDesign(order.design()), order.process(), findings);
    }

    /** The parts of some work orders, each design once, those with the gravest findings first. */
    public List<DesignView> list(List<WorkOrder> orders) {
        Map<DesignId, DesignView> views = new LinkedHashMap<>();
        for (WorkOrder order : orders) {
            if (!views.containsKey(order.design())) {
                views.put(order.design(), view(order));
            }
        }
        return views.values().stream()
                .sorted(Comparator.comparing(PartViews::gravest).reversed())
                .toList();
    }

    private static Severity gravest(DesignView view) {
        return view.findings().isEmpty()
                ? Severity.GOOD
                : view.findings().getFirst().severity();
    }
}
