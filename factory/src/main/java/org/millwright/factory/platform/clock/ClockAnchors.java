package org.millwright.factory.platform.clock;

import java.util.Optional;
import org.millwright.factory.platform.database.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one stored anchor of factory time. */
@Component
class ClockAnchors {
    private final JdbcClient jdbc;

    ClockAnchors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ClockAnchor> find() {
        return jdbc.sql("select real_at, factory_at, speed, stopped from platform.clock_anchor")
                .query((row, number) -> new ClockAnchor(
                        SqlTime.instant(row, "real_at"),
                        SqlTime.instant(row, "factory_at"),
                        row.getDouble("speed"),
                        row.getBoolean("stopped")))
                .optional();
    }

    void save(ClockAnchor anchor) {
        jdbc.sql("""
                insert into platform.clock_anchor (real_at, factory_at, speed, stopped)
                values (:real, :factory, :speed, :stopped)
                on conflict (only_one) do update
                set real_at = excluded.real_at, factory_at = excluded.factory_at,
                    speed = excluded.speed, stopped = excluded.stopped""")
                .param("real", SqlTime.of(anchor.real()))
                .param("factory", SqlTime.of(anchor.factory()))
                .param("speed", anchor.speed())
                .param("stopped", anchor.stopped())
                .update();
    }

    void forget() {
        jdbc.sql("delete from platform.clock_anchor").update();
    }
}
