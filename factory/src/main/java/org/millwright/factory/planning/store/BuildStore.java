package org.millwright.factory.planning.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.inventory.sheet.PieceOutline;
import org.millwright.factory.inventory.sheet.Remnant;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.BuildPlan.Placed;
import org.millwright.factory.planning.build.BuildState;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.database.SqlTime;
import org.millwright.factory.platform.files.FileHash;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code planning.build} and {@code planning.placement}. */
@Repository
public class BuildStore {
    private static final String NOT_OVER = "build.state not in ('REMOVED', 'FAILED', 'CANCELLED')";

    private final JdbcClient jdbc;
    private final JsonColumns json;

    BuildStore(JdbcClient jdbc, JsonColumns json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param plannedFor one of the interchangeable machines its program was made for */
    public void insert(BuildPlan build, MachineId plannedFor, Instant at) {
        BuildPlan.Sheet sheet = build.sheet();
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("id", build.id().value());
        params.put("factory", build.factory().value());
        params.put("number", build.number());
        params.put("process", build.process());
        params.put("material", build.materialId());
        params.put("options", json.write(build.options()));
        params.put("plannedFor", plannedFor.value());
        params.put("program", build.program().sha256());
        params.put("dialect", build.programDialect());
        params.put("expectedS", build.expectedTime().toMillis() / 1000.0);
        params.put("massG", build.massG());
        params.put("terms", json.write(build.terms()));
        params.put("lot", sheet == null ? null : sheet.lot().value());
        params.put("width", sheet == null ? null : sheet.widthMm());
        params.put("height", sheet == null ? null : sheet.heightMm());
        Remnant left = sheet == null ? null : sheet.left();
        params.put("leftWidth", left == null ? null : left.widthMm());
        params.put("leftHeight", left == null ? null : left.heightMm());
        params.put("outline", corners(sheet == null ? null : sheet.outline()));
        params.put("leftOutline", corners(left == null ? null : left.outline()));
        params.put("state", build.state().name());
        params.put("at", SqlTime.of(at));
        jdbc.sql("""
                insert into planning.build (id, factory_id, number, process, material_id, options, planned_for,
                    program_sha256, program_dialect, expected_s, mass_g, terms, sheet_lot, sheet_width_mm, sheet_height_mm,
                    left_width_mm, left_height_mm, sheet_outline, left_outline, state, created_at)
                values (:id, :factory, :number, :process, :material, :options::jsonb, :plannedFor,
                    :program, :dialect, :expectedS, :massG, :terms::jsonb, :lot::uuid, :width::float8, :height::float8,
                    :leftWidth::float8, :leftHeight::float8, :outline::float8[], :leftOutline::float8[], :state, :at)""").params(params).update();
        insertPlaces(build);
    }

    private void insertPlaces(BuildPlan build) {
        List<Placed> units = build.units();
        jdbc.sql("""
                insert into planning.placement (build_id, unit_id, position, rotation_deg, x_mm, y_mm)
                select :build, p.unit, p.position, p.rotation, p.x, p.y
                from unnest(:units::uuid[], :rotations::float8[], :xs::float8[], :ys::float8[])
                    with ordinality as p (unit, rotation, x, y, position)""")
                .param("build", build.id().value())
                .param("units", units.stream().map(unit -> unit.unit().value()).toArray(UUID[]::new))
                .param("rotations", units.stream().map(Placed::rotationDeg).toArray(Double[]::new))
                .param("xs", units.stream().map(Placed::xMm).toArray(Double[]::new))
                .param("ys", units.stream().map(Placed::yMm).toArray(Double[]::new))
                .update();
    }

    public Optional<BuildPlan> find(BuildId id) {
        return read("where build.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /** Newest first. */
    public List<BuildPlan> list(FactoryId factory) {
        return read("where build.factory_id = :factory", Map.of("factory", factory.value()));
    }

    public List<BuildPlan> listOpen(FactoryId factory) {
        return read("where build.factory_id = :factory and " + NOT_OVER, Map.of("factory", factory.value()));
    }

    /** Builds that hold or held units of a work order, cancelled ones too. */
    public List<BuildPlan> listOf(WorkOrderId workOrder) {
        return read("""
                where build.id in (
                    select placement.build_id from planning.placement
                    join planning.unit on unit.id = placement.unit_id where unit.work_order_id = :workOrder)""", Map.of("workOrder", workOrder.value()));
    }

    /** The numbers of builds, for people; those that are not there are left out. */
    public Map<BuildId, String> numbers(Collection<BuildId> ids) {
        Map<BuildId, String> numbers = new HashMap<>();
        jdbc.sql("select id, number from planning.build where id = any(:ids)")
                .param("ids", ids.stream().map(BuildId::value).toArray(UUID[]::new))
                .query(row -> {
                    numbers.put(new BuildId(row.getObject("id", UUID.class)), row.getString("number"));
                });
        return numbers;
    }

    /** The machine that stands for the interchangeable ones a build was planned for. */
    public MachineId plannedFor(BuildId id) {
        return jdbc.sql("select planned_for from planning.build where id = :id")
                .param("id", id.value())
                .query((row, number) -> new MachineId(row.getObject("planned_for", UUID.class)))
                .single();
    }

    public Map<BuildId, MachineId> plannedForOpen(FactoryId factory) {
        Map<BuildId, MachineId> machines = new HashMap<>();
        jdbc.sql("select id, planned_for from planning.build where factory_id = :factory and " + NOT_OVER)
                .param("factory", factory.value())
                .query((row, number) -> machines.put(
                        new BuildId(row.getObject("id", UUID.class)),
                        new MachineId(row.getObject("planned_for", UUID.class))))
                .list();
        return machines;
    }

    public void setState(BuildId id, BuildState state) {
        jdbc.sql("update planning.build set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    public void setMachine(BuildId id, MachineId machine) {
        jdbc.sql("update planning.build set machine_id = :machine where id = :id")
                .param("machine", machine.value())
                .param("id", id.value())
                .update();
    }

    private List<BuildPlan> read(String condition, Map<String, Object> params) {
        Map<BuildId, List<Placed>> places = new HashMap<>();
        jdbc.sql("""
                select placement.*, unit.serial from planning.placement
                join planning.build on build.id = placement.build_id
                join planning.unit on unit.id = placement.unit_id
                """ + condition + " order by placement.build_id, placement.position")
                .params(params)
                .query((row, number) -> places.computeIfAbsent(
                                new BuildId(row.getObject("build_id", UUID.class)), id -> new ArrayList<>())
                        .add(toPlaced(row)))
                .list();
        return jdbc.sql("select build.* from planning.build " + condition
                        + " order by build.created_at desc, build.id desc")
                .params(params)
                .query((row, number) -> toBuild(row, places))
                .list();
    }

    private static Placed toPlaced(ResultSet row) throws SQLException {
        return new Placed(
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("serial"),
                row.getDouble("rotation_deg"),
                row.getDouble("x_mm"),
                row.getDouble("y_mm"));
    }

    private BuildPlan toBuild(ResultSet row, Map<BuildId, List<Placed>> places) throws SQLException {
        var id = new BuildId(row.getObject("id", UUID.class));
        UUID lot = row.getObject("sheet_lot", UUID.class);
        UUID machine = row.getObject("machine_id", UUID.class);
        return new BuildPlan(
                id,
                new FactoryId(row.getObject("factory_id", UUID.class)),
                row.getString("number"),
                row.getString("process"),
                row.getString("material_id"),
                json.read(row.getString("options")),
                places.getOrDefault(id, List.of()),
                new FileHash(row.getString("program_sha256")),
                row.getString("program_dialect"),
                Duration.ofMillis(Math.round(row.getDouble("expected_s") * 1000)),
                row.getDouble("mass_g"),
                json.read(row.getString("terms")),
                lot == null ? null : toSheet(row, new LotId(lot)),
                BuildState.valueOf(row.getString("state")),
                machine == null ? null : new MachineId(machine));
    }

    private static BuildPlan.Sheet toSheet(ResultSet row, LotId lot) throws SQLException {
        double leftWidth = row.getDouble("left_width_mm");
        Remnant left = row.wasNull()
                ? null
                : new Remnant(leftWidth, row.getDouble("left_height_mm"), outline(row, "left_outline"));
        return new BuildPlan.Sheet(
                lot,
                row.getDouble("sheet_width_mm"),
                row.getDouble("sheet_height_mm"),
                outline(row, "sheet_outline"),
                left);
    }

    private static Double @Nullable [] corners(@Nullable PieceOutline outline) {
        return outline == null ? null : outline.toArray();
    }

    private static @Nullable PieceOutline outline(ResultSet row, String column) throws SQLException {
        Array corners = row.getArray(column);
        return corners == null ? null : new PieceOutline(Arrays.asList((Double[]) corners.getArray()));
    }
}
