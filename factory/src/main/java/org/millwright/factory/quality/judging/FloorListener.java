package org.millwright.factory.quality.judging;

import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.production.JobInterrupted;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.TaskOpened;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what happens on the floor. */
@Component
class FloorListener {
    private final InspectionDesk inspections;
    private final NonconformanceDesk nonconformances;
    private final Jobs jobs;
    private final WorkOrders workOrders;

    FloorListener(InspectionDesk inspections, NonconformanceDesk nonconformances, Jobs jobs, WorkOrders workOrders) {
        this.inspections = inspections;
        this.nonconformances = nonconformances;
        this.jobs = jobs;
        this.workOrders = workOrders;
    }

    @ApplicationModuleListener
    void on(TaskOpened opened) {
        if (opened.kind() == StepKind.INSPECT && opened.workOrder() != null) {
            inspections.open(opened.workOrder());
        }
    }

    @ApplicationModuleListener
    void on(JobInterrupted interrupted) {
        nonconformances.interrupted(jobs.getJob(interrupted.job()), workOrders.getBuild(interrupted.build()));
    }
}
