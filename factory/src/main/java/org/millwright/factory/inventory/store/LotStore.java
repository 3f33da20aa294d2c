package org.millwright.factory.inventory.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.inventory.LotKind;
import org.millwright.factory.inventory.LotState;
import org.millwright.factory.inventory.posting.Account;
import org.millwright.factory.inventory.sheet.PieceOutline;
import org.millwright.factory.inventory.sheet.Remnant;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code inventory.lot}, read together with what the ledger holds on it. */
@Repository
public class LotStore {
    private static final String SELECT = """
            select lot.*, stock.quantity + reserved.quantity as on_hand, reserved.quantity as reserved
            from inventory.lot
            join inventory.balance stock on stock.lot = lot.id and stock.account = 'STOCK'
            join inventory.balance reserved on reserved.lot = lot.id and reserved.account = 'RESERVED'
            """;

    private final JdbcClient jdbc;

    public LotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a lot that holds nothing yet. False when the factory has a lot of this number already. */
    public boolean insert(Lot lot) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("id", lot.id().value());
        params.put("factory", lot.factory().value());
        params.put("materialId", lot.materialId());
        params.put("lotNumber", lot.lotNumber());
        params.put("kind", lot.kind().name());
        params.put("width", lot.widthMm());
        params.put("height", lot.heightMm());
        params.put("outline", lot.outline() == null ? null : lot.outline().toArray());
        params.put("supplier", lot.supplier());
        params.put("receivedAt", SqlTime.of(lot.receivedAt()));
        params.put("parent", lot.parent() == null ? null : lot.parent().value());
        boolean added = jdbc.sql("""
                        insert into inventory.lot (
                            id, factory, material_id, lot_number, kind, width_mm, height_mm, outline, supplier, received_at, parent)
                        values (:id, :factory, :materialId, :lotNumber, :kind, :width, :height, :outline::float8[], :supplier, :receivedAt, :parent)
                        on conflict (factory, lot_number) do nothing""").params(params).update() == 1;
        if (added) {
            jdbc.sql("""
                    insert into inventory.balance (lot, account, quantity)
                    select :lot, account, 0 from unnest(:accounts::text[]) as account""")
                    .param("lot", lot.id().value())
                    .param("accounts", Account.names())
                    .update();
        }
        return added;
    }

    public Optional<Lot> find(LotId id) {
        return jdbc.sql(SELECT + "where lot.id = :id")
                .param("id", id.value())
                .query(LotStore::toLot)
                .optional();
    }

    public Optional<Lot> find(FactoryId factory, String lotNumber) {
        return jdbc.sql(SELECT + "where lot.factory = :factory and lower(lot.lot_number) = lower(:number) limit 1")
                .param("factory", factory.value())
                .param("number", lotNumber)
                .query(LotStore::toLot)
                .optional();
    }

    /** The lot as it is now; nobody else changes it until the transaction ends. */
    public Optional<Lot> lock(LotId id) {
        jdbc.sql("select 1 from inventory.lot where id = :id for no key update")
                .param("id", id.value())
                .query(Integer.class)
                .list();
        return find(id);
    }

    public List<Lot> list(FactoryId factory) {
        return jdbc.sql(SELECT + "where lot.factory = :factory order by lot.received_at, lot.id")
                .param("factory", factory.value())
                .query(LotStore::toLot)
                .list();
    }

    /** What each lot held when it came: mg or mm². */
    public Map<LotId, Long> listReceived(FactoryId factory) {
        Map<LotId, Long> received = new HashMap<>();
        jdbc.sql("""
                select balance.lot, -sum(balance.quantity) as received
                from inventory.lot join inventory.balance on balance.lot = lot.id
                    and balance.account in ('SUPPLIER', 'TRANSFER')
                where lot.factory = :factory group by balance.lot""").param("factory", factory.value()).query(row -> {
            received.put(new LotId(row.getObject("lot", UUID.class)), row.getLong("received"));
        });
        return received;
    }

    /** Lots of a material that anything can be reserved of, the ones with least left first. */
    public List<Lot> listAvailable(FactoryId factory, String materialId) {
        return jdbc.sql(SELECT + """
                where lot.factory = :factory and lot.material_id = :materialId
                    and not lot.quarantined and stock.quantity > 0
                order by stock.quantity, lot.received_at, lot.id""")
                .param("factory", factory.value())
                .param("materialId", materialId)
                .query(LotStore::toLot)
                .list();
    }

    public void setQuarantined(LotId id, boolean quarantined) {
        jdbc.sql("update inventory.lot set quarantined = :quarantined where id = :id")
                .param("quarantined", quarantined)
                .param("id", id.value())
                .update();
    }

    public int countRemnants(LotId parent) {
        return jdbc.sql("select count(*) from inventory.lot where parent = :parent")
                .param("parent", parent.value())
                .query(Integer.class)
                .single();
    }

    private static Lot toLot(ResultSet row, int number) throws SQLException {
        long onHand = row.getLong("on_hand");
        LotState state = row.getBoolean("quarantined")
                ? LotState.QUARANTINED
                : onHand == 0 ? LotState.EMPTY : LotState.AVAILABLE;
        Double width = row.getObject("width_mm", Double.class);
        Double height = row.getObject("height_mm", Double.class);
        Array corners = row.getArray("outline");
        PieceOutline outline = corners == null ? null : new PieceOutline(Arrays.asList((Double[]) corners.getArray()));
        UUID parent = row.getObject("parent", UUID.class);
        return new Lot(
                new LotId(row.getObject("id", UUID.class)),
                new FactoryId(row.getObject("factory", UUID.class)),
                row.getString("material_id"),
                row.getString("lot_number"),
                LotKind.valueOf(row.getString("kind")),
                state,
                onHand,
                row.getLong("reserved"),
                width,
                height,
                outline,
                width == null || height == null
                        ? (onHand > 0 ? 1 : 0)
                        : Math.toIntExact(onHand / new Remnant(width, height, outline).areaMm2()),
                row.getString("supplier"),
                SqlTime.instant(row, "received_at"),
                parent == null ? null : new LotId(parent));
    }
}
