package org.millwright.factory.production.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.millwright.factory.facility.MachineId;
import org.springframework.stereotype.Component;

/** What machines read lately, for curves: the last {@value #KEPT} readings each, in memory only. */
@Component
public class ReadingsLog {
    private static final int KEPT = 240;

    private final Map<MachineId, Deque<Map<String, Double>>> readings = new ConcurrentHashMap<>();

    void add(MachineId machine, Map<String, Double> reading) {
        if (reading.isEmpty()) {
            return;
        }
        Deque<Map<String, Double>> own = readings.computeIfAbsent(machine, id -> new ArrayDeque<>());
        synchronized (own) {
            own.addLast(reading);
            if (own.size() > KEPT) {
                own.removeFirst();
            }
        }
    }

    /** The course of one reading, oldest first; empty when the machine does not have it. */
    public List<Double> course(MachineId machine, String name) {
        Deque<Map<String, Double>> own = readings.get(machine);
        if (own == null) {
            return List.of();
        }
        List<Double> course = new ArrayList<>();
        synchronized (own) {
            own.forEach(reading -> {
                Double value = reading.get(name);
                if (value != null) {
                    course.add(value);
                }
            });
        }
        return course;
    }
}
