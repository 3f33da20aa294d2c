package org.millwright.scheduling;

import java.util.List;
import java.util.OptionalLong;
import org.millwright.scheduling.model.BindingReason;
import org.millwright.scheduling.model.Timetable;

/**
 * When a new job could be complete without moving anything that is planned.
 *
 * @param completionS end of its last operation; empty when it cannot be placed
 * @param timetable the places of the new operations alone
 * @param reasons what forces the operation that ends last, or what stands in the way of placing the job at all
 */
public record Offer(OptionalLong completionS, Timetable timetable, List<BindingReason> reasons) {
    public Offer {
        reasons = List.copyOf(reasons);
    }

    public boolean isPossible() {
        return completionS.isPresent();
    }
}
