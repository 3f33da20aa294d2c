package org.millwright.scheduling.construct;

import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.construct.cluster.Batches;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Mode;
import org.millwright.scheduling.model.Operation;

/** Tells whether a place from an earlier plan still holds, beside what is already placed. */
final class KeptPlace {
    private final CompiledProblem compiled;
    private final PartialPlan plan;

    KeptPlace(CompiledProblem compiled, PartialPlan plan) {
        this.compiled = compiled;
        this.plan = plan;
    }

    /** Precedence is not looked at here: it is judged once the predecessors have their final places. */
    boolean holds(int operation, Assignment place) {
        Operation work = compiled.operations[operation];
        Mode mode = modeOf(work, place);
        if (mode != null && joinsBatch(operation, mode, place)) {
            return true;
        }
        return mode != null
                && place.setupStartS() >= compiled.releaseS[operation]
                && place.runStartS() - place.setupStartS() == work.setupS()
                && place.endS() - place.unloadStartS() == work.unloadS()
                && machineHolds(work, place)
                && othersHold(operation, place)
                && personHolds(
                        operation,
                        place.setupPersonId(),
                        place.setupStartS(),
                        place.attendedUntilS(work.runAttended()),
                        work.needsPersonToStart(mode))
                && personHolds(
                        operation,
                        place.unloadPersonId(),
                        place.unloadStartS(),
                        place.endS(),
                        work.needsPersonToUnload());
    }

    /** Whether the same batch is there already, has room, and begins late enough. */
    private boolean joinsBatch(int operation, Mode mode, Assignment place) {
        int machine = compiled.indexOfResource(place.machineId());
        Batches batches = machine < 0 ? null : plan.batches[machine];
        if (batches == null || place.setupStartS() < compiled.releaseS[operation]) {
            return false;
        }
        int leader = batches.findOpen(operation, mode.runS(), place.setupStartS());
        return leader >= 0
                && plan.startS[leader] == place.setupStartS()
                && plan.unloadStartS[leader] == place.unloadStartS()
                && plan.endS[leader] == place.endS()
                && plan.setupPerson[leader] == compiled.indexOfResource(place.setupPersonId())
                && plan.unloadPerson[leader] == compiled.indexOfResource(place.unloadPersonId());
    }

    private @Nullable Mode modeOf(Operation work, Assignment place) {
        for (Mode mode : work.modes()) {
            boolean sameMachine = mode.machineId() == null
                    ? place.machineId() == null
                    : mode.machineId().equals(place.machineId());
            if (sameMachine && runEndS(work, mode, place) == place.runEndS()) {
                return mode;
            }
        }
        return null;
    }

    private long runEndS(Operation work, Mode mode, Assignment place) {
        return work.resumable() && mode.machineId() != null
                ? compiled.available[compiled.indexOfResource(mode.machineId())].endOfWork(
                        place.runStartS(), mode.runS())
                : place.runStartS() + mode.runS();
    }

    private boolean machineHolds(Operation work, Assignment place) {
        if (place.machineId() == null) {
            return true;
        }
        int machine = compiled.indexOfResource(place.machineId());
        long throughS = work.resumable()
                ? place.runStartS() + Math.min(1, place.runEndS() - place.runStartS())
                : place.runEndS();
        return compiled.available[machine].isOpen(place.setupStartS(), throughS)
                && compiled.notDown[machine].isOpen(place.unloadStartS(), place.endS())
                && plan.occupancy[machine].endOfConflict(place.setupStartS(), place.endS()) == place.setupStartS();
    }

    private boolean othersHold(int operation, Assignment place) {
        int machine = compiled.indexOfResource(place.machineId());
        FamilySequence sequence = machine < 0 ? null : plan.sequences[machine];
        if (sequence != null
                && sequence.earliest(operation, place.setupStartS(), place.endS()) != place.setupStartS()) {
            return false;
        }
        int[] needed = compiled.needed[operation];
        for (int k = 0; k < needed.length; k++) {
            int amount = compiled.neededAmount[operation][k];
            if (!compiled.available[needed[k]].isOpen(place.setupStartS(), place.endS())
                    || plan.occupancy[needed[k]].endOfConflict(place.setupStartS(), place.endS(), amount)
                            != place.setupStartS()) {
                return false;
            }
        }
        return true;
    }

    private boolean personHolds(int operation, @Nullable String personId, long fromS, long toS, boolean needed) {
        if (!needed) {
            return personId == null;
        }
        if (personId == null) {
            return false;
        }
        for (int person : compiled.qualified[operation]) {
            if (compiled.resources[person].id().equals(personId)) {
                return compiled.available[person].isOpen(fromS, toS)
                        && plan.occupancy[person].endOfConflict(fromS, toS) == fromS;
            }
        }
        return false;
    }
}
