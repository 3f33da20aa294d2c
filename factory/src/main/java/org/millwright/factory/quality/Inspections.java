package org.millwright.factory.quality;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.files.FileHash;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.quality.judging.InspectionDesk;
import org.millwright.factory.quality.judging.NonconformanceDesk;
import org.millwright.factory.quality.judging.ReportDesk;
import org.millwright.factory.quality.store.InspectionStore;
import org.millwright.factory.quality.store.NonconformanceStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is inspected, what was found, and what is done about it. */
@Service
public class Inspections {
    private final InspectionStore inspections;
    private final NonconformanceStore nonconformances;
    private final InspectionDesk desk;
    private final NonconformanceDesk decisions;
    private final ReportDesk outside;
    private final WorkOrders workOrders;

    Inspections(
            InspectionStore inspections,
            NonconformanceStore nonconformances,
            InspectionDesk desk,
            NonconformanceDesk decisions,
            ReportDesk outside,
            WorkOrders workOrders) {
        this.inspections = inspections;
        this.nonconformances = nonconformances;
        this.desk = desk;
        this.decisions = decisions;
        this.outside = outside;
        this.workOrders = workOrders;
    }

    /** Opens an inspection for every made unit of the work order that has none, and gives all there are. Safe to call again. */
    @Transactional
    public List<Inspection> open(WorkOrderId workOrder) {
        desk.open(workOrder);
        return inspections.list(workOrder);
    }

    /** All inspections of a work order, in the order in which they were opened. */
    public List<Inspection> listInspections(WorkOrderId workOrder) {
        return inspections.list(workOrder);
    }

    /** All inspections of a unit, first round first. */
    public List<Inspection> listFor(UnitId unit) {
        return inspections.list(unit);
    }

    /** Every measurement of an inspection, also those that were replaced, oldest first. */
    public List<Measurement> listMeasurements(InspectionId inspection) {
        return inspections.listMeasurements(inspection);
    }

    /**
     * Records a measured length. With the last missing characteristic the unit is judged, and with the last unit the task of
     * inspecting is finished.
     *
     * @throws Problem {@code inspection-missing}, {@code inspection-not-started}, {@code characteristic-unknown},
     *     {@code value-impossible}
     */
    public Inspection record(UnitId unit, String characteristic, double valueMm, Actor actor) {
        return desk.measure(unit, characteristic, valueMm, actor);
    }

    /** Records the result of a look; else as {@link #record}. */
    public Inspection recordVisual(UnitId unit, String characteristic, boolean ok, Actor actor) {
        return desk.look(unit, characteristic, ok, actor);
    }

    /** Open ones first, then the newest; at most 1,000. */
    public List<Nonconformance> listNonconformances(FactoryId factory) {
        return nonconformances.list(factory);
    }

    public List<Nonconformance> listNonconformances(UnitId unit) {
        return nonconformances.list(unit);
    }

    /** Throws {@link Problem} when there is none. */
    public Nonconformance getNonconformance(NonconformanceId id) {
        return nonconformances
                .find(id)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "nonconformance-missing", Map.of("id", id)));
    }

    /**
     * Somebody saw that a unit is not as it should be: it is held back until somebody decides.
     *
     * @param detail what is wrong, in words
     * @param photo a picture of it in the file store, if there is one
     * @throws Problem {@code unit-not-reportable} when it is lost or not made yet
     */
    @Transactional
    public Nonconformance report(UnitId unit, String detail, @Nullable FileHash photo, Actor actor) {
        return decisions.report(workOrders.getUnit(unit), detail, photo, actor);
    }

    /**
     * Keeps what somebody outside wrote about a unit, until somebody here deals with it. It changes nothing about the unit.
     *
     * @param words 1 to 2,000 characters
     * @throws Problem {@code report-empty}, {@code report-long}, {@code reports-many}
     */
    @Transactional
    public Report reportFromOutside(Unit unit, String words) {
        return outside.keep(unit, words);
    }

    /** What people outside wrote and nobody dealt with, oldest first. */
    public List<Report> listReports(FactoryId factory) {
        return outside.listOpen(factory);
    }

    /** Says that a report was dealt with; with {@code hold} the unit is held back, as in {@link #report}. */
    @Transactional
    public void handleReport(UUID id, boolean hold, String words, Actor actor) {
        outside.handle(id).ifPresent(unit -> {
            if (hold) {
                decisions.report(workOrders.getUnit(unit), words, null, actor);
            }
        });
    }

    /** All values measured of a characteristic on units of these work orders, the last of each inspection, oldest first, at most 500. */
    public List<Measured> listMeasured(Collection<WorkOrderId> workOrders, String characteristic) {
        return inspections.listMeasured(workOrders, characteristic);
    }

    /**
     * Decides what becomes of a nonconforming unit: it is released as it is, inspected anew after rework, or lost and owed
     * again.
     *
     * @throws Problem {@code nonconformance-closed}, {@code nonconformance-reason}, {@code nonconformance-missing}
     */
    @Transactional
    public void dispose(NonconformanceId id, Disposition disposition, String reason, Actor actor) {
        Unit unit = decisions.dispose(id, disposition, reason, actor);
        if (disposition == Disposition.REWORK && unit.state() == UnitState.MADE) {
            desk.open(unit.workOrder());
        }
    }
}
