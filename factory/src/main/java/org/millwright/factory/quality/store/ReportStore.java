package org.millwright.factory.quality.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.quality.Report;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code quality.report}. */
@Repository
public class ReportStore {
    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Report report) {
        jdbc.sql("""
                insert into quality.report (id, factory, unit, serial, at, words)
                values (:id, :factory, :unit, :serial, :at, :words)""")
                .param("id", report.id())
                .param("factory", report.factory().value())
                .param("unit", report.unit().value())
                .param("serial", report.serial())
                .param("at", SqlTime.of(report.at()))
                .param("words", report.words())
                .update();
    }

    public int countOfUnit(UnitId unit, Instant since) {
        return jdbc.sql("select count(*) from quality.report where unit = :unit and at >= :since")
                .param("unit", unit.value())
                .param("since", SqlTime.of(since))
                .query(Integer.class)
                .single();
    }

    public int count(FactoryId factory, Instant since) {
        return jdbc.sql("select count(*) from quality.report where factory = :factory and at >= :since")
                .param("factory", factory.value())
                .param("since", SqlTime.of(since))
                .query(Integer.class)
                .single();
    }

    /** Those that nobody dealt with, oldest first, at most 100. */
    public List<Report> listOpen(FactoryId factory) {
        return jdbc.sql(
                        "select * from quality.report where factory = :factory and handled_at is null order by at limit 100")
                .param("factory", factory.value())
                .query((row, number) -> new Report(
                        row.getObject("id", UUID.class),
                        factory,
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getString("serial"),
                        SqlTime.instant(row, "at"),
                        row.getString("words"),
                        null))
                .list();
    }

    /** Says that it was dealt with; empty when it was already, or is not known. */
    public Optional<UUID> handle(UUID id, Instant at) {
        return jdbc.sql("""
                update quality.report set handled_at = :at where id = :id and handled_at is null returning unit""")
                .param("id", id)
                .param("at", SqlTime.of(at))
                .query((row, number) -> row.getObject("unit", UUID.class))
                .optional();
    }
}
