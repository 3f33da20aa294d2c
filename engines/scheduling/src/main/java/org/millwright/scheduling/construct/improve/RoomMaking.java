package org.millwright.scheduling.construct.improve;

import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.construct.CompiledProblem;
import org.millwright.scheduling.construct.PartialPlan;
import org.millwright.scheduling.construct.cluster.ClusterSet;

/**
 * Puts an operation at a wished time on its machine although others stand there: they, and all that follows them, are
 * taken out and go to the earliest places that are left, by due date.
 */
final class RoomMaking {
    private final CompiledProblem compiled;
    private final PartialPlan plan;
    private final Recreation recreation;
    private final ClusterSet moved;
    private boolean complete;

    RoomMaking(CompiledProblem compiled, PartialPlan plan) {
        this.compiled = compiled;
        this.plan = plan;
        recreation = new Recreation(compiled, plan);
        moved = new ClusterSet(compiled.clusters.members.length);
    }

    /** What {@link #tryAt} would move, the operation's own cluster first; null when fixed work stands in the way. */
    @Nullable
    ClusterSet whatMoves(int v, long fromS) {
        moved.clear();
        moved.add(compiled.clusters.clusterOf[v]);
        long toS = fromS + plan.endS[v] - plan.startS[v];
        for (int other = 0; other < compiled.operationCount(); other++) {
            boolean inTheWay = plan.placed[other]
                    && plan.machine[other] == plan.machine[v]
                    && plan.startS[other] < toS
                    && plan.endS[other] > fromS;
            if (inTheWay && plan.isFixed(other)) {
                return null;
            }
            if (inTheWay) {
                moved.add(compiled.clusters.clusterOf[other]);
            }
        }
        recreation.addDependents(moved);
        return moved;
    }

    /** Moves what {@link #whatMoves} told; false, with nothing changed, when something then has no place. */
    boolean tryAt(int v, long runS, long fromS) {
        int machine = plan.machine[v];
        recreation.takeOut(moved);
        complete =
                plan.search.earliestOn(v, machine, runS, fromS) && plan.fixedSuccessorBefore(v, plan.search.endS) < 0;
        if (complete) {
            plan.take(v);
            recreation.putBack(moved, this::dueS, (operation, reason) -> complete = false);
        }
        if (!complete) {
            undo();
        }
        return complete;
    }

    void undo() {
        recreation.restore(moved);
    }

    private double dueS(int cluster) {
        return compiled.jobs[compiled.jobOf[compiled.clusters.members[cluster][0]]].dueS();
    }
}
