package org.millwright.factory.insight.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code insight.fact}. */
@Repository
public class FactStore {
    private final JdbcClient jdbc;

    FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sums of one day. */
    public record Day(int count, double quantity, double base) {
        static final Day NOTHING = new Day(0, 0, 0);

        Day plus(Day other) {
            return new Day(count + other.count, quantity + other.quantity, base + other.base);
        }
    }

    /** The days of one kind, by date; days without a fact are missing. */
    public record Days(TreeMap<LocalDate, Day> byDate) {
        public Day total() {
            return byDate.values().stream().reduce(Day.NOTHING, Day::plus);
        }

        public Day on(LocalDate day) {
            return byDate.getOrDefault(day, Day.NOTHING);
        }
    }

    /** Keeps a fact; nothing happens when it is known. */
    public void keep(Fact fact) {
        jdbc.sql("""
                insert into insight.fact (kind, subject, factory_id, at, quantity, base, reference)
                values (:kind, :subject, :factory, :at, :quantity, :base, :reference::uuid)
                on conflict (kind, subject) do nothing""")
                .param("kind", fact.kind().name())
                .param("subject", fact.subject())
                .param("factory", fact.factory().value())
                .param("at", SqlTime.of(fact.at()))
                .param("quantity", fact.quantity())
                .param("base", fact.base())
                .param("reference", fact.reference())
                .update();
    }

    /** Sums by kind and day of the given zone, since an instant. */
    public Map<Fact.Kind, Days> days(FactoryId factory, Instant since, ZoneId zone) {
        Map<Fact.Kind, TreeMap<LocalDate, Day>> byKind = new EnumMap<>(Fact.Kind.class);
        jdbc.sql("""
                select kind, (at at time zone :zone)::date as day, count(*) as facts, sum(quantity) as quantity,
                    sum(base) as base
                from insight.fact where factory_id = :factory and at >= :since group by 1, 2""")
                .param("zone", zone.getId())
                .param("factory", factory.value())
                .param("since", SqlTime.of(since))
                .query(row -> {
                    byKind.computeIfAbsent(Fact.Kind.valueOf(row.getString("kind")), kind -> new TreeMap<>())
                            .put(
                                    row.getObject("day", LocalDate.class),
                                    new Day(row.getInt("facts"), row.getDouble("quantity"), row.getDouble("base")));
                });
        Map<Fact.Kind, Days> days = new EnumMap<>(Fact.Kind.class);
        byKind.forEach((kind, byDate) -> days.put(kind, new Days(byDate)));
        return days;
    }

    /** Newest first. */
    public List<Fact> list(FactoryId factory, Fact.Kind kind, Instant since, int limit) {
        return jdbc.sql("""
                select * from insight.fact where factory_id = :factory and kind = :kind and at >= :since
                order by at desc, subject limit :limit""")
                .param("factory", factory.value())
                .param("kind", kind.name())
                .param("since", SqlTime.of(since))
                .param("limit", limit)
                .query(FactStore::toFact)
                .list();
    }

    private static Fact toFact(ResultSet row, int number) throws SQLException {
        return new Fact(
                Fact.Kind.valueOf(row.getString("kind")),
                row.getObject("subject", UUID.class),
                new FactoryId(row.getObject("factory_id", UUID.class)),
                SqlTime.instant(row, "at"),
                row.getDouble("quantity"),
                row.getDouble("base"),
                row.getObject("reference", UUID.class));
    }
}
