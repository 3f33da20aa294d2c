package org.millwright.factory.planning.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.factory.facility.energy.EnergyDay;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.Pin;
import org.millwright.factory.planning.board.Scenario;
import org.millwright.factory.planning.pass.OpenWork;
import org.millwright.factory.planning.timetable.Floor;
import org.millwright.factory.planning.timetable.TimetablePlanner.Freedom;
import org.millwright.factory.planning.timetable.TimetablePlanner.Input;
import org.millwright.scheduling.model.Assignment;

/**
 * The plan in force with everything it depends on.
 *
 * @param version of the timetable; 0 before the first
 * @param labels what bars are called
 * @param energy what electricity costs and emits by the hour
 */
public record LivePlan(
        Floor floor, OpenWork.Work work, List<Pin> pins, int version, Map<BarId, String> labels, EnergyDay energy) {
    public LivePlan {
        pins = List.copyOf(pins);
        labels = Map.copyOf(labels);
    }

    /** The plan as it is, brought up to now. */
    public Input asItIs() {
        return new Input(floor, work.builds(), work.orders(), pins, Freedom.KEEP, List.of());
    }

    /** The plan with wishes fulfilled as far as possible. */
    public Input with(List<Scenario.Wish> wishes, List<Assignment> found, String by) {
        Map<BarId, Pin> wished = new HashMap<>();
        pins.forEach(pin -> wished.put(pin.bar(), pin));
        for (Scenario.Wish wish : wishes) {
            if (wish.place() == null) {
                wished.remove(wish.bar());
            } else {
                wished.put(wish.bar(), new Pin(wish.bar(), wish.place(), by, floor.now()));
            }
        }
        return new Input(floor, work.builds(), work.orders(), new ArrayList<>(wished.values()), Freedom.KEEP, found);
    }

    public String label(BarId bar) {
        return labels.getOrDefault(bar, "");
    }
}
