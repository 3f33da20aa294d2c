package org.millwright.factory.planning.trial;

import java.util.List;
import java.util.Map;
import org.millwright.factory.planning.store.PlanRecordStore;
import org.millwright.factory.planning.store.PlanRecordStore.PlanRecord;
import org.millwright.factory.planning.timetable.NewTimes;
import org.millwright.factory.planning.timetable.TimetablePlanner;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Makes plans of the past again. */
@Component
public class Replays {
    private final PlanRecordStore records;

    Replays(PlanRecordStore records) {
        this.records = records;
    }

    public boolean replaysTheSame(FactoryId factory, int version) {
        PlanRecord record = records.find(factory, version)
                .orElseThrow(
                        () -> Problem.of(Problem.Kind.NOT_FOUND, "plan-record-missing", Map.of("version", version)));
        List<NewTimes> times = TimetablePlanner.plan(record.input()).times();
        return record.seed() == TimetablePlanner.SEED
                && record.parameters().equals(TimetablePlanner.PARAMETERS)
                && PlanRecordStore.sha256(times).equals(record.sha256());
    }
}
