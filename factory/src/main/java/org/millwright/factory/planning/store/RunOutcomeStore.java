package org.millwright.factory.planning.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.processes.learning.CorrectionFactor.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code planning.run_outcome}. */
@Repository
public class RunOutcomeStore {
    private final JdbcClient jdbc;

    RunOutcomeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One finished run. */
    public record Finished(
            OperationId operation,
            FactoryId factory,
            MachineId machine,
            String materialId,
            Duration estimated,
            Duration actual,
            Instant endedAt) {}

    public void insert(Finished run) {
        jdbc.sql("""
                insert into planning.run_outcome (
                    operation_id, factory_id, machine_id, material_id, estimated_s, actual_s, ended_at)
                values (:operation, :factory, :machine, :material, :estimated, :actual, :endedAt)
                on conflict do nothing""")
                .param("operation", run.operation().value())
                .param("factory", run.factory().value())
                .param("machine", run.machine().value())
                .param("material", run.materialId())
                .param("estimated", run.estimated().toMillis() / 1000.0)
                .param("actual", run.actual().toMillis() / 1000.0)
                .param("endedAt", SqlTime.of(run.endedAt()))
                .update();
    }

    /** The newest of one machine with one material. */
    public List<Outcome> list(MachineId machine, String materialId, int most) {
        return jdbc.sql("""
                select estimated_s, actual_s from planning.run_outcome
                where machine_id = :machine and material_id = :material
                order by ended_at desc, operation_id limit :most""")
                .param("machine", machine.value())
                .param("material", materialId)
                .param("most", most)
                .query((row, number) -> new Outcome(row.getDouble("estimated_s"), row.getDouble("actual_s")))
                .list();
    }

    /** Materials that a machine has run, by name. */
    public List<String> listMaterials(MachineId machine) {
        return jdbc.sql("""
                select distinct material_id from planning.run_outcome where machine_id = :machine order by material_id""")
                .param("machine", machine.value())
                .query((row, number) -> row.getString("material_id"))
                .list();
    }
}
