package org.millwright.factory.planning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.BarPlace;
import org.millwright.factory.planning.board.Pin;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code planning.pin}. */
@Repository
public class PinStore {
    private final JdbcClient jdbc;

    PinStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Pins a bar, or pins it elsewhere. */
    public void put(FactoryId factory, Pin pin) {
        MachineId machine = pin.place().machine();
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("factory", factory.value());
        params.put("kind", pin.bar().kind().name());
        params.put("bar", pin.bar().id());
        params.put("machine", machine == null ? null : machine.value());
        params.put("starts", SqlTime.of(pin.place().start()));
        params.put("by", pin.by());
        params.put("at", SqlTime.of(pin.at()));
        jdbc.sql("""
                insert into planning.pin (factory_id, kind, bar_id, machine_id, starts, pinned_by, pinned_at)
                values (:factory, :kind, :bar, :machine::uuid, :starts, :by, :at)
                on conflict (kind, bar_id) do update set machine_id = excluded.machine_id, starts = excluded.starts,
                    pinned_by = excluded.pinned_by, pinned_at = excluded.pinned_at""").params(params).update();
    }

    public void remove(BarId bar) {
        jdbc.sql("delete from planning.pin where kind = :kind and bar_id = :bar")
                .param("kind", bar.kind().name())
                .param("bar", bar.id())
                .update();
    }

    /** Pins of work that is not over, by start. What is over needs none. */
    public List<Pin> list(FactoryId factory) {
        return jdbc.sql("""
                select * from planning.pin where factory_id = :factory and exists (
                    select from planning.operation o
                    where o.state in ('PLANNED', 'STARTED')
                        and (pin.kind = 'BUILD' and o.build_id = pin.bar_id or pin.kind = 'STEP' and o.id = pin.bar_id))
                order by starts, bar_id""")
                .param("factory", factory.value())
                .query(PinStore::toPin)
                .list();
    }

    private static Pin toPin(ResultSet row, int number) throws SQLException {
        UUID machine = row.getObject("machine_id", UUID.class);
        return new Pin(
                new BarId(BarId.Kind.valueOf(row.getString("kind")), row.getObject("bar_id", UUID.class)),
                new BarPlace(machine == null ? null : new MachineId(machine), SqlTime.instant(row, "starts")),
                row.getString("pinned_by"),
                SqlTime.instant(row, "pinned_at"));
    }
}
