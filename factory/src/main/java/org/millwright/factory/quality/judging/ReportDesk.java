package org.millwright.factory.quality.judging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.problem.Problem.Kind;
import org.millwright.factory.quality.Report;
import org.millwright.factory.quality.store.ReportStore;
import org.springframework.stereotype.Component;

/** Takes what people outside write about units, within bounds: anybody may write, and nobody may flood. */
@Component
public class ReportDesk {
    private static final int MOST_CHARACTERS = 2000;
    private static final int MOST_OF_UNIT = 3;
    private static final int MOST_OF_FACTORY = 50;
    private static final Duration OF_UNIT = Duration.ofHours(1);
    private static final Duration OF_FACTORY = Duration.ofDays(1);

    private final ReportStore store;
    private final QualityJournal journal;
    private final Ids ids;
    private final InstantSource time;

    ReportDesk(ReportStore store, QualityJournal journal, Ids ids, InstantSource time) {
        this.store = store;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    public Report keep(Unit unit, String words) {
        String said = words.strip();
        if (said.isEmpty()) {
            throw Problem.of(Kind.INVALID, "report-empty", Map.of());
        }
        if (said.length() > MOST_CHARACTERS) {
            throw Problem.of(Kind.INVALID, "report-long", Map.of("length", said.length()));
        }
        Instant now = time.instant();
        if (store.countOfUnit(unit.id(), now.minus(OF_UNIT)) >= MOST_OF_UNIT
                || store.count(unit.factory(), now.minus(OF_FACTORY)) >= MOST_OF_FACTORY) {
            throw Problem.of(Kind.UNAVAILABLE, "reports-many", Map.of("serial", unit.serial()));
        }
        var report = new Report(ids.next(), unit.factory(), unit.id(), unit.serial(), now, said, null);
        store.insert(report);
        journal.reported(unit, new Actor("public", "public", false));
        return report;
    }

    public List<Report> listOpen(FactoryId factory) {
        return store.listOpen(factory);
    }

    public Optional<UnitId> handle(UUID id) {
        return store.handle(id, time.instant()).map(UnitId::new);
    }
}
