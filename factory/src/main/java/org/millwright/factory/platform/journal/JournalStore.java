package org.millwright.factory.platform.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.clock.RealTime;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The journal's tables. */
@Component
class JournalStore {
    private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private final JdbcClient jdbc;
    private final RealTime realTime;

    JournalStore(JdbcClient jdbc, RealTime realTime) {
        this.jdbc = jdbc;
        this.realTime = realTime;
    }

    record Head(long sequence, String hash) {}

    /** Appends entries to the chains of their factories, in the order given. */
    void append(List<PendingEntry> entries) {
        // Every transaction locks the heads in the same order.
        Map<UUID, List<PendingEntry>> byFactory = entries.stream()
                .collect(Collectors.groupingBy(
                        pending -> pending.entry().factory().value(), TreeMap::new, Collectors.toList()));
        byFactory.forEach((factory, chain) -> append(new FactoryId(factory), chain));
    }

    private void append(FactoryId factory, List<PendingEntry> entries) {
        Head head = lockHead(factory);
        Instant now = realTime.instant().truncatedTo(ChronoUnit.MICROS);
        for (PendingEntry pending : entries) {
            head = insert(pending, head, now);
        }
        jdbc.sql("update platform.journal_head set sequence = :sequence, hash = :hash where factory_id = :factory")
                .param("sequence", head.sequence())
                .param("hash", head.hash())
                .param("factory", factory.value())
                .update();
    }

    private Head lockHead(FactoryId factory) {
        jdbc.sql("""
                insert into platform.journal_head (factory_id, sequence, hash) values (:factory, 0, :hash)
                on conflict (factory_id) do nothing""")
                .param("factory", factory.value())
                .param("hash", EntryHash.BEFORE_FIRST)
                .update();
        return jdbc.sql("select sequence, hash from platform.journal_head where factory_id = :factory for update")
                .param("factory", factory.value())
                .query((row, number) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .single();
    }

    private Head insert(PendingEntry pending, Head head, Instant now) {
        JournalEntry entry = pending.entry();
        long sequence = head.sequence() + 1;
        String hash = EntryHash.of(
                entry.factory(),
                sequence,
                pending.at(),
                now,
                entry.actor(),
                entry.type(),
                entry.subjectKind(),
                entry.subject(),
                entry.cause(),
                entry.refs(),
                pending.payload(),
                head.hash());
        jdbc.sql("""
                insert into platform.journal_entry (factory_id, sequence, at, recorded_at, actor_name, actor_role,
                    actor_simulated, type, subject_kind, subject, cause, ref_kinds, ref_ids, payload, previous_hash, hash)
                values (:factory, :sequence, :at, :recordedAt, :actorName, :actorRole,
                    :actorSimulated, :type, :subjectKind, :subject, :cause,
                    cast(:refKinds as text[]), cast(:refIds as uuid[]), :payload, :previousHash, :hash)""")
                .param("factory", entry.factory().value())
                .param("sequence", sequence)
                .param("at", SqlTime.of(pending.at()))
                .param("recordedAt", SqlTime.of(now))
                .param("actorName", entry.actor().name())
                .param("actorRole", entry.actor().role())
                .param("actorSimulated", entry.actor().simulated())
                .param("type", entry.type())
                .param("subjectKind", entry.subjectKind())
                .param("subject", entry.subject())
                .param("cause", entry.cause())
                .param("refKinds", entry.refs().stream().map(Ref::kind).collect(Collectors.joining(",", "{", "}")))
                .param(
                        "refIds",
                        entry.refs().stream()
                                .map(ref -> ref.id().toString())
                                .collect(Collectors.joining(",", "{", "}")))
                .param("payload", pending.payload())
                .param("previousHash", head.hash())
                .param("hash", hash)
                .update();
        return new Head(sequence, hash);
    }

    /** 0 for a factory in which nothing has happened. */
    long length(FactoryId factory) {
        return jdbc.sql("select sequence from platform.journal_head where factory_id = :factory")
                .param("factory", factory.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    List<StoredEntry> listAbout(UUID subjectOrRef) {
        return jdbc.sql("""
                select * from platform.journal_entry where subject = :id
                union
                select * from platform.journal_entry where ref_ids @> array[:id]""").param("id", subjectOrRef).query(JournalStore::toRow).list().stream()
                .map(StoredRow::entry)
                .sorted(Comparator.comparing(
                                (StoredEntry entry) -> entry.factory().value())
                        .thenComparingLong(StoredEntry::sequence))
                .toList();
    }

    List<StoredEntry> listLatestAbout(Collection<UUID> subjectsOrRefs, int limit) {
        return jdbc
                .sql("""
                select * from (
                    select * from platform.journal_entry where subject = any(:ids::uuid[])
                    union
                    select * from platform.journal_entry where ref_ids && :ids::uuid[]) found
                order by factory_id, sequence desc limit :limit""")
                .param("ids", subjectsOrRefs.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .param("limit", limit)
                .query(JournalStore::toRow)
                .list()
                .stream()
                .map(StoredRow::entry)
                .toList();
    }

    List<StoredRow> listAfter(FactoryId factory, long sequence, int limit) {
        return jdbc.sql("""
                select * from platform.journal_entry
                where factory_id = :factory and sequence > :sequence
                order by sequence limit :limit""")
                .param("factory", factory.value())
                .param("sequence", sequence)
                .param("limit", limit)
                .query(JournalStore::toRow)
                .list();
    }

    /** The last link of every chain, by factory. */
    Map<FactoryId, Head> listHeads() {
        var heads = new TreeMap<FactoryId, Head>(Comparator.comparing(FactoryId::value));
        jdbc.sql("""
                select factory_id, sequence, hash from platform.journal_head
                union all
                select distinct factory_id, 0::bigint, '' from platform.journal_entry entry
                where not exists (select from platform.journal_head head where head.factory_id = entry.factory_id)""").query(row -> {
            heads.put(
                    new FactoryId(row.getObject("factory_id", UUID.class)),
                    new Head(row.getLong("sequence"), row.getString("hash")));
        });
        return heads;
    }

    private static StoredRow toRow(ResultSet row, int number) throws SQLException {
        String payload = row.getString("payload");
        return new StoredRow(
                new StoredEntry(
                        new FactoryId(row.getObject("factory_id", UUID.class)),
                        row.getLong("sequence"),
                        SqlTime.instant(row, "at"),
                        SqlTime.instant(row, "recorded_at"),
                        new Actor(
                                row.getString("actor_name"),
                                row.getString("actor_role"),
                                row.getBoolean("actor_simulated")),
                        row.getString("type"),
                        row.getString("subject_kind"),
                        row.getObject("subject", UUID.class),
                        cause(row),
                        refs(row),
                        JSON.readValue(payload, PAYLOAD),
                        row.getString("previous_hash"),
                        row.getString("hash")),
                payload);
    }

    private static @Nullable UUID cause(ResultSet row) throws SQLException {
        return row.getObject("cause", UUID.class);
    }

    private static List<Ref> refs(ResultSet row) throws SQLException {
        String[] kinds = (String[]) row.getArray("ref_kinds").getArray();
        UUID[] ids = (UUID[]) row.getArray("ref_ids").getArray();
        var refs = new ArrayList<Ref>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            refs.add(new Ref(kinds[i], ids[i]));
        }
        return List.copyOf(refs);
    }
}
