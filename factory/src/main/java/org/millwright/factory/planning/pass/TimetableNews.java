package org.millwright.factory.planning.pass;

import java.util.List;
import org.millwright.factory.planning.TimetableChanged;
import org.millwright.factory.platform.live.Changes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells open pages that there is a new timetable. */
@Component
class TimetableNews {
    private final Changes changes;

    TimetableNews(Changes changes) {
        this.changes = changes;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(TimetableChanged changed) {
        changes.announce(List.of(Changes.TIMETABLE));
    }
}
