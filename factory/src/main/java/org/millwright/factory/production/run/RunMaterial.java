package org.millwright.factory.production.run;

import java.util.ArrayList;
import java.util.List;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.journal.Ref;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.JobState;
import org.millwright.processes.Setup;
import org.springframework.stereotype.Component;

/** Books the material of a run by what really ran. */
@Component
public class RunMaterial {
    private static final double USUAL_FILAMENT_MM = 1.75;

    private final Lots lots;
    private final WorkOrders workOrders;

    RunMaterial(Lots lots, WorkOrders workOrders) {
        this.lots = lots;
        this.workOrders = workOrders;
    }

    /** Books the job as it is now; what it did not touch goes back to stock. */
    void book(Job job, BuildPlan build, Machine machine) {
        var reference = build.id().value();
        if (lots.findReservation(reference).isEmpty()) {
            return;
        }
        Actor actor = JobJournal.actor(machine);
        List<Ref> refs = new ArrayList<>(JobJournal.refs(build, machine.id().value()));
        refs.add(new Ref("job", job.id().value()));
        BuildPlan.Sheet sheet = build.sheet();
        if (sheet == null) {
            double massG = filamentMassG(job, build);
            if (massG > 0) {
                lots.consumeMass(reference, massG, refs, actor);
            } else {
                lots.release(reference, actor);
            }
        } else if (touched(job)) {
            lots.consumePiece(reference, usedMm2(build, sheet), sheet.left(), refs, actor);
        } else {
            lots.release(reference, actor);
        }
    }

    /** What the job has used of a spool so far, in g: as its machine says, else its part of what was expected. */
    public double filamentMassG(Job job, BuildPlan build) {
        Double filamentMm = job.consumed().get("filamentMm");
        return filamentMm == null
                ? build.massG() * job.progress()
                : filamentMassG(Math.max(0, filamentMm), workOrders.setup(build.id()));
    }

    static double filamentMassG(double filamentMm, Setup setup) {
        double radiusMm = setup.value("filamentDiameterMm", USUAL_FILAMENT_MM) / 2;
        double volumeCm3 = Math.PI * radiusMm * radiusMm * filamentMm / 1000;
        return volumeCm3 * setup.material().densityGPerCm3();
    }

    /** The planned remnant lies outside of what the program cuts, so that a run that broke off leaves it whole as well. */
    private static boolean touched(Job job) {
        return job.state() == JobState.ENDED
                || job.progress() > 0
                || job.consumed().getOrDefault("cutLengthMm", 0.0) > 0
                || job.consumed().getOrDefault("pierces", 0.0) > 0;
    }

    private static double usedMm2(BuildPlan build, BuildPlan.Sheet sheet) {
        double pieceMm2 = sheet.areaMm2();
        double keptMm2 = sheet.left() == null ? 0 : sheet.left().areaMm2();
        double most = Math.max(0, pieceMm2 - keptMm2);
        return Math.clamp(build.terms().getOrDefault("partAreaMm2", most), 0, most);
    }
}
