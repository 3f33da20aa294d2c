package org.millwright.factory.inventory.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.inventory.Consumption;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.inventory.Reservation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code inventory.reservation} (what is promised now) and {@code inventory.consumption} (what was used). */
@Repository
public class ReservationStore {
    private final JdbcClient jdbc;

    public ReservationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts everything that happens to one reference in line until the transaction ends. */
    public void lock(UUID reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('inventory.reservation:' || :reference, 0))")
                .param("reference", reference.toString())
                .query((row, number) -> number)
                .list();
    }

    public void insert(Reservation reservation) {
        jdbc.sql("insert into inventory.reservation (reference, lot, quantity) values (:reference, :lot, :quantity)")
                .param("reference", reservation.reference())
                .param("lot", reservation.lot().value())
                .param("quantity", reservation.quantity())
                .update();
    }

    public void delete(UUID reference) {
        jdbc.sql("delete from inventory.reservation where reference = :reference")
                .param("reference", reference)
                .update();
    }

    public Optional<Reservation> find(UUID reference) {
        return jdbc.sql("select * from inventory.reservation where reference = :reference")
                .param("reference", reference)
                .query(ReservationStore::toReservation)
                .optional();
    }

    public List<Reservation> listOn(LotId lot) {
        return jdbc.sql("select * from inventory.reservation where lot = :lot order by reference")
                .param("lot", lot.value())
                .query(ReservationStore::toReservation)
                .list();
    }

    public void insert(Consumption consumption) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("reference", consumption.reference());
        params.put("lot", consumption.lot().value());
        params.put("used", consumption.used());
        params.put("wasted", consumption.wasted());
        params.put("unbooked", consumption.unbooked());
        params.put("massG", consumption.massG());
        params.put(
                "remnant",
                consumption.remnant() == null ? null : consumption.remnant().value());
        jdbc.sql("""
                insert into inventory.consumption (reference, lot, used, wasted, unbooked, mass_g, remnant)
                values (:reference, :lot, :used, :wasted, :unbooked, :massG, :remnant)""").params(params).update();
    }

    public Optional<Consumption> findConsumption(UUID reference) {
        return jdbc.sql("select * from inventory.consumption where reference = :reference")
                .param("reference", reference)
                .query(ReservationStore::toConsumption)
                .optional();
    }

    private static Reservation toReservation(ResultSet row, int number) throws SQLException {
        return new Reservation(
                row.getObject("reference", UUID.class),
                new LotId(row.getObject("lot", UUID.class)),
                row.getLong("quantity"));
    }

    private static Consumption toConsumption(ResultSet row, int number) throws SQLException {
        UUID remnant = row.getObject("remnant", UUID.class);
        return new Consumption(
                row.getObject("reference", UUID.class),
                new LotId(row.getObject("lot", UUID.class)),
                row.getLong("used"),
                row.getLong("wasted"),
                row.getLong("unbooked"),
                row.getDouble("mass_g"),
                remnant == null ? null : new LotId(remnant));
    }
}
