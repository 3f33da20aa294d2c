package org.millwright.factory.planning.replan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.parts.BoundedCache;
import org.millwright.factory.planning.store.BuildStore;
import org.millwright.factory.planning.store.PlanRecordStore;
import org.millwright.factory.planning.store.PlanRecordStore.PlanRecord;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.planning.timetable.BuildWork;
import org.millwright.factory.planning.timetable.OrderWork;
import org.millwright.factory.planning.timetable.TimetablePlanner;
import org.millwright.factory.planning.timetable.TimetablePlanner.Planned;
import org.millwright.factory.platform.identity.FactoryId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What happened to the plan lately; kept with each version when it is made. */
@Component
public class Replans {
    private static final Logger LOG = LoggerFactory.getLogger(Replans.class);

    /** Further back nobody asks what moved. */
    private static final Duration PAST = Duration.ofDays(1);

    private static final int MOST = 3;

    /** Where so many moved nothing worth telling, older ones hardly did. */
    private static final int MOST_COMPARED = 12;

    /** They come with every step on the floor; told only as long as nothing newer moved anything. */
    private static final Set<String> ROUTINE = Set.of("OperationStarted", "OperationFinishedLate", "WorkOverdue");

    private final PlanRecordStore records;
    private final BuildStore builds;
    private final WorkOrderStore orders;
    private final InstantSource time;
    private final JsonMapper json;
    private final BoundedCache<Key, Optional<Replan>> known = new BoundedCache<>(64);

    Replans(PlanRecordStore records, BuildStore builds, WorkOrderStore orders, InstantSource time, JsonMapper json) {
        this.records = records;
        this.builds = builds;
        this.orders = orders;
        this.time = time;
        this.json = json;
    }

    /** Keeps what a new version moves, so that nobody who looks waits until it is planned again. */
    public void keep(FactoryId factory, PlanRecord record, Planned planned) {
        compared(record, planned)
                .ifPresent(replan -> records.keepMoves(factory, record.version(), json.writeValueAsBytes(replan)));
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

    /**
     * Planned again when nothing that can be read was kept of what it moved. Empty for versions that are not kept, that this
     * version of the program would then plan in another way, or that cannot be explained.
     */
    public Optional<Replan> find(FactoryId factory, int version) {
        return known.get(
                new Key(factory, version),
                () -> records.findMoves(factory, version)
                        .flatMap(this::read)
                        .or(() -> records.find(factory, version).flatMap(this::retraced)));
    }

    /** Empty for what an earlier version of the program kept in another form. */
    private Optional<Replan> read(byte[] moves) {
        try {
            return Optional.of(json.readValue(moves, Replan.class));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    Optional<Replan> retraced(PlanRecord record) {
        Planned planned = TimetablePlanner.plan(record.input());
        if (!PlanRecordStore.sha256(planned.times()).equals(record.sha256())) {
            return Optional.empty();
        }
        return compared(record, planned);
    }

    /** A plan that cannot be explained is a plan all the same: it is published, and boards are shown. */
    private Optional<Replan> compared(PlanRecord record, Planned planned) {
        Map<BuildId, String> numbersOfBuilds = builds.numbers(
                record.input().builds().stream().map(BuildWork::build).toList());
        Map<WorkOrderId, String> numbersOfOrders = orders.orderNumbers(
                record.input().orders().stream().map(OrderWork::workOrder).toList());
        var retracing = new Retracing(record, planned, operation -> label(operation, numbersOfBuilds, numbersOfOrders));
        try {
            return Optional.of(retracing.replan());
        } catch (RuntimeException unexplained) {
            LOG.warn("Nobody can be told what version {} of the plan moved.", record.version(), unexplained);
            return Optional.empty();
        }
    }

    private static String label(
            PlannedOperation operation,
            Map<BuildId, String> numbersOfBuilds,
            Map<WorkOrderId, String> numbersOfOrders) {
        BuildId build = operation.build();
        WorkOrderId order = operation.workOrder();
        if (build != null) {
            return numbersOfBuilds.getOrDefault(build, "");
        }
        return order == null ? "" : numbersOfOrders.getOrDefault(order, "");
    }
}
