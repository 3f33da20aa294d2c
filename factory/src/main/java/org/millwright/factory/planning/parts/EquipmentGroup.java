package org.millwright.factory.planning.parts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.processes.Equipment;

/**
 * Machines that are alike to a process, so that one program runs on any of them.
 *
 * @param machines by number, at least one
 */
public record EquipmentGroup(Equipment equipment, List<Machine> machines) {
    public EquipmentGroup {
        machines = List.copyOf(machines);
    }

    /** The groups of one class of machines in service, the largest first. */
    public static List<EquipmentGroup> listOf(List<Machine> machines, String equipmentClass) {
        Map<Equipment, List<Machine>> groups = new LinkedHashMap<>();
        machines.stream()
                .filter(machine ->
                        machine.inService() && machine.equipmentClass().equals(equipmentClass))
                .sorted(Comparator.comparingInt(Machine::number))
                .forEach(machine -> groups.computeIfAbsent(machine.equipment(), key -> new ArrayList<>())
                        .add(machine));
        return groups.entrySet().stream()
                .map(group -> new EquipmentGroup(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt((EquipmentGroup group) -> -group.machines.size())
                        .thenComparingInt(group -> group.machines.getFirst().number()))
                .toList();
    }

    public List<MachineId> machineIds() {
        return machines.stream().map(Machine::id).toList();
    }
}
