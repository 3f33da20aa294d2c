package org.millwright.factory.passport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code passport.passport}. */
@Repository
class PassportStore {
    private final JdbcClient jdbc;

    PassportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a unit's passport; false when it has one already. */
    boolean insert(FactoryId factory, Passport passport) {
        return jdbc.sql("""
                        insert into passport.passport (unit, factory, serial, document, issued_at)
                        values (:unit, :factory, :serial, :document, :issuedAt)
                        on conflict (unit) do nothing""")
                        .param("unit", passport.unit().value())
                        .param("factory", factory.value())
                        .param("serial", passport.serial())
                        .param("document", passport.json())
                        .param("issuedAt", SqlTime.of(passport.issuedAt()))
                        .update()
                == 1;
    }

    Optional<Passport> find(UnitId unit) {
        return jdbc.sql("select * from passport.passport where unit = :unit")
                .param("unit", unit.value())
                .query(PassportStore::toPassport)
                .optional();
    }

    Optional<Passport> find(String serial) {
        return jdbc.sql("select * from passport.passport where serial = :serial")
                .param("serial", serial)
                .query(PassportStore::toPassport)
                .optional();
    }

    List<Passport> list(FactoryId factory) {
        return jdbc.sql("select * from passport.passport where factory = :factory order by issued_at, serial")
                .param("factory", factory.value())
                .query(PassportStore::toPassport)
                .list();
    }

    private static Passport toPassport(ResultSet row, int number) throws SQLException {
        return new Passport(
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("serial"),
                row.getString("document"),
                SqlTime.instant(row, "issued_at"));
    }
}
