package org.millwright.factory.facility.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Downtime;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.api.Given;
import org.millwright.factory.platform.api.Items;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.viewer.CurrentFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Machines, and when they are not in service. */
@RestController
@RequestMapping("/api/v1/machines")
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
@Tag(name = "Machines")
class MachinesApi {
    private final CurrentFactory factory;
    private final Factories factories;

    MachinesApi(CurrentFactory factory, Factories factories) {
        this.factory = factory;
        this.factories = factories;
    }

    record DownOut(Instant from, @Nullable Instant until, String reason) {}

    record MachineOut(
            UUID id,
            int number,
            @Schema(example = "Ada") String name,
            @Schema(example = "printer") String equipmentClass,
            @Schema(example = "Virtual printer 250") String model,
            double widthMm,
            double depthMm,
            double heightMm,
            boolean inService,
            boolean simulated,

            @Schema(description = "When it is staffed", example = "Mon-Fri 08:00-17:00")
            String hours,

            @Nullable DownOut down) {
        static MachineOut of(Machine machine, @Nullable Downtime down) {
            return new MachineOut(
                    machine.id().value(),
                    machine.number(),
                    machine.name(),
                    machine.equipmentClass(),
                    machine.equipment().model(),
                    machine.equipment().widthMm(),
                    machine.equipment().depthMm(),
                    machine.equipment().heightMm(),
                    machine.inService(),
                    machine.simulated(),
                    machine.hours().text(),
                    down == null ? null : new DownOut(down.from(), down.until(), down.reason()));
        }
    }

    record DownIn(
            @Schema(example = "Nozzle clogged") @Nullable String reason,
            @Nullable Instant until) {}

    @GetMapping
    @Operation(summary = "All machines")
    Items<MachineOut> list() {
        Map<MachineId, Downtime> down = downtimes();
        return Items.all(factories.listMachines(factory.getId()).stream()
                .map(machine -> MachineOut.of(machine, down.get(machine.id())))
                .toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One machine")
    MachineOut get(@PathVariable UUID id) {
        Machine machine = factories.getMachine(new MachineId(id));
        return MachineOut.of(machine, downtimes().get(machine.id()));
    }

    @PostMapping("/{id}/down")
    @AllowedFor({Role.OPERATOR, Role.PLANNER})
    @Operation(summary = "Take a machine out of service; the timetable is repaired")
    MachineOut down(@PathVariable UUID id, @RequestBody DownIn body, Actor actor) {
        factories.markDown(new MachineId(id), Given.required(body.reason(), "reason"), body.until(), actor);
        return get(id);
    }

    @PostMapping("/{id}/up")
    @AllowedFor({Role.OPERATOR, Role.PLANNER})
    @Operation(summary = "Put a machine back into service")
    MachineOut up(@PathVariable UUID id, Actor actor) {
        factories.markUp(new MachineId(id), actor);
        return get(id);
    }

    private Map<MachineId, Downtime> downtimes() {
        Map<MachineId, Downtime> down = new HashMap<>();
        factories.listDowntimes(factory.getId()).forEach(downtime -> down.putIfAbsent(downtime.machine(), downtime));
        return down;
    }
}
