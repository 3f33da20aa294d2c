package org.millwright.scheduling.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The assignments of a plan, ordered by start, then by operation. */
public final class Timetable {
    private static final Comparator<Assignment> BY_START =
            Comparator.comparingLong(Assignment::setupStartS).thenComparing(Assignment::operationId);

    private final List<Assignment> assignments;
    private final Map<String, Assignment> byOperation;

    public Timetable(List<Assignment> assignments) {
        this.assignments = assignments.stream().sorted(BY_START).toList();
        byOperation = HashMap.newHashMap(assignments.size());
        for (Assignment assignment : assignments) {
            byOperation.put(assignment.operationId(), assignment);
        }
    }

    public static Timetable empty() {
        return new Timetable(List.of());
    }

    public List<Assignment> assignments() {
        return assignments;
    }

    public Optional<Assignment> findAssignment(String operationId) {
        return Optional.ofNullable(byOperation.get(operationId));
    }

    /** The assignment of an operation that is known to be planned. */
    public Assignment getAssignment(String operationId) {
        return findAssignment(operationId)
                .orElseThrow(() -> new NoSuchElementException("Operation %s is not in this timetable of %d operations."
                        .formatted(operationId, assignments.size())));
    }

    public List<Assignment> listOnMachine(String machineId) {
        return assignments.stream()
                .filter(assignment -> machineId.equals(assignment.machineId()))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Timetable timetable && assignments.equals(timetable.assignments);
    }

    @Override
    public int hashCode() {
        return assignments.hashCode();
    }

    @Override
    public String toString() {
        return assignments.toString();
    }
}
