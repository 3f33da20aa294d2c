package org.millwright.factory.planning.replan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.parts.BoundedCache;
import org.millwright.factory.planning.store.BuildStore;
import org.millwright.factory.planning.store.PlanRecordStore;
import org.millwright.factory.planning.store.PlanRecordStore.PlanRecord;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.planning.timetable.TimetablePlanner;
import org.millwright.factory.planning.timetable.TimetablePlanner.Planned;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.stereotype.Component;

/** What happened to the plan lately; each version is worked out once and then known. */
@Component
public class Replans {
    /** Further back nobody asks what moved. */
    private static final Duration PAST = Duration.ofDays(1);

    private static final int MOST = 3;

    /** To compare two versions takes as long as to plan; where so many moved nothing worth telling, older ones hardly did. */
    private static final int MOST_COMPARED = 12;

    /** They come with every step on the floor; told only as long as nothing newer moved anything. */
    private static final Set<String> ROUTINE = Set.of("OperationStarted", "OperationFinishedLate", "WorkOverdue");

    private final PlanRecordStore records;
    private final BuildStore builds;
    private final WorkOrderStore orders;
    private final InstantSource time;
    private final BoundedCache<Key, Optional<Replan>> known = new BoundedCache<>(64);

    Replans(PlanRecordStore records, BuildStore builds, WorkOrderStore orders, InstantSource time) {
        this.records = records;
        this.builds = builds;
        this.orders = orders;
        this.time = time;
    }

    private record Key(FactoryId factory, int version) {}

    /** The last versions of the past day that moved anything, newest first; what the day brings anyhow only when newest. */
    public List<Replan> listLast(FactoryId factory) {
        List<Replan> last = new ArrayList<>();
        Instant since = time.instant().minus(PAST);
        boolean newest = true;
        int compared = 0;
        for (PlanRecordStore.Made made : records.listMoving(factory, since)) {
            if (newest || !ROUTINE.contains(made.cause())) {
                compared++;
                find(factory, made.version())
                        .filter(replan -> !replan.moved().isEmpty())
                        .ifPresent(last::add);
            }
            newest = false;
            if (last.size() == MOST || compared == MOST_COMPARED) {
                break;
            }
        }
        return last;
    }

    /** Empty for versions that are not kept, or that this version of the program would plan in another way. */
    public Optional<Replan> find(FactoryId factory, int version) {
        return known.get(
                new Key(factory, version), () -> records.find(factory, version).flatMap(this::retraced));
    }

    private Optional<Replan> retraced(PlanRecord record) {
        Planned planned = TimetablePlanner.plan(record.input());
        if (!PlanRecordStore.sha256(planned.times()).equals(record.sha256())) {
            return Optional.empty();
        }
        Map<Object, String> labels = new HashMap<>();
        return Optional.of(new Retracing(record, planned, operation -> label(operation, labels)).replan());
    }

    private String label(PlannedOperation operation, Map<Object, String> labels) {
        BuildId build = operation.build();
        WorkOrderId order = operation.workOrder();
        if (build != null) {
            return labels.computeIfAbsent(
                    build, id -> builds.find(build).map(BuildPlan::number).orElse(""));
        }
        return order == null
                ? ""
                : labels.computeIfAbsent(
                        order,
                        id -> orders.find(order).map(WorkOrder::orderNumber).orElse(""));
    }
}
