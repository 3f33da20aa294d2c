package org.millwright.factory.planning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.BarPlace;
import org.millwright.factory.planning.board.Scenario;
import org.millwright.factory.planning.board.ScenarioId;
import org.millwright.factory.planning.board.SearchGoal;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.scheduling.model.Assignment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code planning.scenario} and {@code planning.scenario_wish}. */
@Repository
public class ScenarioStore {
    private static final TypeReference<List<Assignment>> ASSIGNMENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ScenarioStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void insert(Scenario scenario) {
        Scenario.Search search = scenario.search();
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("id", scenario.id().value());
        params.put("factory", scenario.factory().value());
        params.put("by", scenario.by());
        params.put("at", SqlTime.of(scenario.at()));
        params.put("base", scenario.baseVersion());
        params.put("state", scenario.state().name());
        params.put("found", search == null ? null : json.writeValueAsString(scenario.found()));
        params.put("seed", search == null ? null : search.seed());
        params.put("steps", search == null ? null : search.steps());
        params.put(
                "goal",
                search == null || search.goal() == null ? null : search.goal().name());
        jdbc.sql("""
                insert into planning.scenario
                    (id, factory_id, created_by, created_at, base_version, state, found, seed, steps, goal)
                values (:id, :factory, :by, :at, :base, :state, :found::jsonb, :seed::bigint, :steps::bigint, :goal)""").params(params).update();
    }

    public Optional<Scenario> find(ScenarioId id) {
        return jdbc.sql("select * from planning.scenario where id = :id")
                .param("id", id.value())
                .query(this::toScenario)
                .optional();
    }

    /** Newest first. */
    public List<Scenario> listOpen(FactoryId factory) {
        return jdbc.sql(
                        "select * from planning.scenario where factory_id = :factory and state = 'OPEN' order by created_at desc, id")
                .param("factory", factory.value())
                .query(this::toScenario)
                .list();
    }

    public void setState(ScenarioId id, Scenario.State state) {
        jdbc.sql("update planning.scenario set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    /** Adds a wish, after taking away what was wished of that bar before. */
    public void addWish(ScenarioId id, Scenario.Wish wish) {
        removeWish(id, wish.bar());
        BarPlace place = wish.place();
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("id", id.value());
        params.put("kind", wish.bar().kind().name());
        params.put("bar", wish.bar().id());
        params.put(
                "machine",
                place == null || place.machine() == null
                        ? null
                        : place.machine().value());
        params.put("starts", place == null ? null : SqlTime.of(place.start()));
        jdbc.sql("""
                insert into planning.scenario_wish (scenario_id, position, kind, bar_id, machine_id, starts)
                select :id, coalesce(max(position), 0) + 1, :kind, :bar, :machine::uuid, :starts::timestamptz
                from planning.scenario_wish where scenario_id = :id""").params(params).update();
    }

    public void removeWish(ScenarioId id, BarId bar) {
        jdbc.sql("delete from planning.scenario_wish where scenario_id = :id and kind = :kind and bar_id = :bar")
                .param("id", id.value())
                .param("kind", bar.kind().name())
                .param("bar", bar.id())
                .update();
    }

    private Scenario toScenario(ResultSet row, int number) throws SQLException {
        var id = new ScenarioId(row.getObject("id", UUID.class));
        String found = row.getString("found");
        return new Scenario(
                id,
                new FactoryId(row.getObject("factory_id", UUID.class)),
                row.getString("created_by"),
                SqlTime.instant(row, "created_at"),
                row.getInt("base_version"),
                Scenario.State.valueOf(row.getString("state")),
                wishes(id),
                found == null ? List.of() : json.readValue(found, ASSIGNMENTS),
                found == null ? null : search(row));
    }

    private static Scenario.Search search(ResultSet row) throws SQLException {
        String goal = row.getString("goal");
        return new Scenario.Search(
                row.getLong("seed"), row.getLong("steps"), goal == null ? null : SearchGoal.valueOf(goal));
    }

    private List<Scenario.Wish> wishes(ScenarioId id) {
        return jdbc.sql("select * from planning.scenario_wish where scenario_id = :id order by position")
                .param("id", id.value())
                .query(ScenarioStore::toWish)
                .list();
    }

    private static Scenario.Wish toWish(ResultSet row, int number) throws SQLException {
        UUID machine = row.getObject("machine_id", UUID.class);
        boolean free = row.getObject("starts") == null;
        Instant start = free ? Instant.EPOCH : SqlTime.instant(row, "starts");
        return new Scenario.Wish(
                new BarId(BarId.Kind.valueOf(row.getString("kind")), row.getObject("bar_id", UUID.class)),
                free ? null : new BarPlace(machine == null ? null : new MachineId(machine), start));
    }
}
