package org.millwright.factory.production.store;

import java.time.Instant;
import java.util.List;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.task.TaskId;

/**
 * What an operator confirmed: the machine is empty, and this lot is loaded.
 *
 * @param unmet conditions that last kept the run from starting
 */
public record Preparation(
        BuildId build,
        FactoryId factory,
        TaskId task,
        MachineId machine,
        LotId lot,
        PersonId person,
        Instant confirmedAt,
        List<String> unmet) {
    public Preparation {
        unmet = List.copyOf(unmet);
    }
}
