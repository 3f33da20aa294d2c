package org.millwright.factory.planning.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.timetable.BuildWork;
import org.millwright.factory.planning.timetable.OrderWork;
import org.millwright.factory.planning.timetable.Phase;

/**
 * What even a factory with nothing else to do and no closing hours could not avoid: each order alone, on idle machines.
 *
 * @param lateness of all orders together
 * @param lateOrders how many are late
 * @param span from now until the last is done
 */
record AloneBound(Duration lateness, int lateOrders, Duration span) {
    static AloneBound of(LivePlan live) {
        Instant now = live.floor().now();
        Map<BuildId, Duration> builds = new HashMap<>();
        for (BuildWork build : live.work().builds()) {
            builds.put(build.build(), left(build.phases(), now));
        }
        Duration late = Duration.ZERO;
        int count = 0;
        Duration span = Duration.ZERO;
        for (OrderWork order : live.work().orders()) {
            Duration before = order.builds().stream()
                    .map(build -> builds.getOrDefault(build, Duration.ZERO))
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
            Instant end = now.plus(before).plus(left(order.phases(), now));
            Duration whole = Duration.between(now, end);
            span = whole.compareTo(span) > 0 ? whole : span;
            if (end.isAfter(order.dueAt())) {
                count++;
                late = late.plus(Duration.between(order.dueAt(), end));
            }
        }
        return new AloneBound(late, count, span);
    }

    private static Duration left(List<Phase> phases, Instant now) {
        Duration left = Duration.ZERO;
        for (Phase phase : phases) {
            left = left.plus(
                    switch (phase.operation().state()) {
                        case PLANNED -> phase.work();
                        case STARTED -> {
                            Duration rest =
                                    Duration.between(now, phase.operation().end());
                            yield rest.isNegative() ? Duration.ZERO : rest;
                        }
                        default -> Duration.ZERO;
                    });
        }
        return left;
    }
}
