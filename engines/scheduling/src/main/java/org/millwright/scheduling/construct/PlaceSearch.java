package org.millwright.scheduling.construct;

import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.construct.cluster.Batches;
import org.millwright.scheduling.model.BindingReason.Kind;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.resource.WorkCalendar;

/**
 * Finds the earliest place of one operation among what is already placed. Its answer lies in its fields until the next
 * search. All times only move forward while searching: a later start never allows an earlier unload.
 */
public final class PlaceSearch {
    private static final long NEVER = WorkCalendar.NEVER;

    private final PartialPlan plan;
    private final CompiledProblem compiled;
    private final Occupancy[] occupancy;
    private final @Nullable FamilySequence[] sequences;
    private final KnownWaits waits;
    private @Nullable Obstacles obstacles;

    public int machine;
    public int setupPerson;
    public int unloadPerson;
    public long startS;
    public long runStartS;
    public long runEndS;
    public long unloadStartS;
    public long endS;
    private int person;
    private long personFreeS;

    PlaceSearch(PartialPlan plan) {
        this.plan = plan;
        compiled = plan.compiled;
        occupancy = plan.occupancy;
        sequences = plan.sequences;
        waits = new KnownWaits(compiled.anyQualified.size());
    }

    /** Work left the plan. */
    void forgetWaits() {
        waits.forget();
    }

    /** Tells of what pushes starts later from now on; null ends that. */
    public void report(@Nullable Obstacles listener) {
        obstacles = listener;
    }

    /** The place with the earliest end over all modes; of equal ends the later start, which binds people less. */
    public boolean earliest(int operation, long fromS) {
        endS = NEVER;
        startS = fromS;
        for (int mode = 0; mode < compiled.modeMachine[operation].length; mode++) {
            tryMode(operation, compiled.modeMachine[operation][mode], compiled.modeRunS[operation][mode], fromS);
        }
        return endS != NEVER;
    }

    /** The earliest place on one machine only. */
    public boolean earliestOn(int operation, int onMachine, long runS, long fromS) {
        endS = NEVER;
        startS = fromS;
        tryMode(operation, onMachine, runS, fromS);
        return endS != NEVER;
    }

    private void tryMode(int operationIndex, int onMachine, long runS, long fromS) {
        Operation operation = compiled.operations[operationIndex];
        long setupS = operation.setupS();
        long unloadS = operation.unloadS();
        boolean needsPerson = operation.skill() != null && (setupS > 0 || (operation.runAttended() && runS > 0));
        long attendedS = setupS + (operation.runAttended() ? runS : 0);
        joinBatch(operationIndex, onMachine, runS, fromS);
        long start = Math.max(fromS, mayBeginS(operationIndex, onMachine));
        long atLeastS = setupS + runS + unloadS;
        long askedS = NEVER;
        int asked = -1;
        while (true) {
            if (start >= endS - atLeastS) {
                return;
            }
            long runEnd = start + setupS + runS;
            if (onMachine >= 0) {
                long open = opening(operation, onMachine, start, runS);
                if (open != start) {
                    meet(Kind.MACHINE_CLOSED, onMachine, start, open);
                    if (open == NEVER) {
                        return;
                    }
                    start = open;
                    continue;
                }
                if (operation.resumable()) {
                    runEnd = compiled.available[onMachine].endOfWork(start + setupS, runS);
                    if (runEnd == NEVER) {
                        meet(Kind.MACHINE_CLOSED, onMachine, start, NEVER);
                        return;
                    }
                }
                long free = occupancy[onMachine].earliestFree(start, runEnd - start + unloadS);
                if (free != start) {
                    meet(Kind.MACHINE_BUSY, onMachine, start, free);
                    start = free;
                    continue;
                }
            }
            int starter = -1;
            if (needsPerson) {
                if (start != askedS) {
                    soonest(operationIndex, start, attendedS, -1);
                    askedS = personFreeS;
                    asked = person;
                }
                if (askedS != start) {
                    meet(Kind.PERSON_NOT_AVAILABLE, -1, start, askedS);
                    if (askedS == NEVER) {
                        return;
                    }
                    start = askedS;
                    continue;
                }
                starter = asked;
            }
            long unload = runEnd;
            int unloader = -1;
            if (unloadS > 0 && operation.skill() != null) {
                soonest(operationIndex, runEnd, unloadS, onMachine);
                unload = personFreeS;
                unloader = person;
            } else if (unloadS > 0 && onMachine >= 0) {
                unload = compiled.notDown[onMachine].earliestStart(runEnd, unloadS);
            }
            if (unload == NEVER) {
                meet(Kind.PERSON_NOT_AVAILABLE, -1, runEnd, NEVER);
                return;
            }
            long end = unload + unloadS;
            if (end >= endS) {
                return;
            }
            if (onMachine >= 0) {
                long free = occupancy[onMachine].endOfConflict(start, end);
                if (free != start) {
                    meet(Kind.MACHINE_BUSY, onMachine, start, free);
                    start = free;
                    continue;
                }
            }
            long held = otherwiseFree(operationIndex, onMachine, start, end);
            if (held == NEVER) {
                return;
            }
            if (held != start) {
                start = held;
                continue;
            }
            machine = onMachine;
            setupPerson = starter;
            unloadPerson = unloader;
            startS = start;
            runStartS = start + setupS;
            runEndS = runEnd;
            unloadStartS = unload;
            endS = end;
            return;
        }
    }

    /** The start itself when the machine is open for what must not be interrupted, otherwise a later one to try. */
    private long opening(Operation operation, int onMachine, long start, long runS) {
        long through = operation.setupS() + (operation.resumable() ? Math.min(1, runS) : runS);
        return compiled.available[onMachine].earliestStart(start, through);
    }

    private long mayBeginS(int operation, int onMachine) {
        Batches batches = onMachine < 0 ? null : plan.batches[onMachine];
        return batches == null ? Long.MIN_VALUE : batches.mayBeginS(operation);
    }

    /** On a batching machine, the batch that ends first may still have room. */
    private void joinBatch(int operation, int onMachine, long runS, long fromS) {
        Batches batches = onMachine < 0 ? null : plan.batches[onMachine];
        int leader = batches == null ? -1 : batches.findOpen(operation, runS, fromS);
        if (leader >= 0 && plan.endS[leader] < endS) {
            machine = onMachine;
            setupPerson = plan.setupPerson[leader];
            unloadPerson = plan.unloadPerson[leader];
            startS = plan.startS[leader];
            runStartS = plan.runStartS[leader];
            runEndS = plan.runEndS[leader];
            unloadStartS = plan.unloadStartS[leader];
            endS = plan.endS[leader];
        }
    }

    /** The start itself when changeovers hold and tools are free throughout, otherwise a later one to try. */
    private long otherwiseFree(int operation, int onMachine, long start, long end) {
        FamilySequence sequence = onMachine < 0 ? null : sequences[onMachine];
        if (sequence != null) {
            long changed = sequence.earliest(operation, start, end);
            if (changed != start) {
                meet(Kind.MACHINE_BUSY, onMachine, start, changed);
                return changed;
            }
        }
        int[] needed = compiled.needed[operation];
        for (int k = 0; k < needed.length; k++) {
            long open = compiled.available[needed[k]].earliestStart(start, end - start);
            if (open != start) {
                meet(Kind.MACHINE_CLOSED, needed[k], start, open);
                return open;
            }
            long free = occupancy[needed[k]].endOfConflict(start, end, compiled.neededAmount[operation][k]);
            if (free != start) {
                meet(Kind.MACHINE_BUSY, needed[k], start, free);
                return free;
            }
        }
        return start;
    }

    /**
     * Sets {@link #person} and {@link #personFreeS} to whoever is free first; the machine must not be down then. People
     * often share their shifts, so the answer of one calendar is kept for the next person.
     */
    private void soonest(int operation, long fromS, long workS, int notDownMachine) {
        person = -1;
        personFreeS = NEVER;
        int skill = compiled.skill[operation];
        long openS = compiled.anyQualified.get(skill).earliestStart(fromS, workS);
        int known = waits.find(skill, openS, workS);
        long anyoneS = known < 0 ? openS : waits.notBeforeS(known);
        int first = known < 0 ? 0 : waits.firstFree(known);
        int[] people = compiled.qualified[operation];
        int chosen = 0;
        int shift = -1;
        long onShiftS = NEVER;
        for (int k = 0; k < people.length; k++) {
            // Whoever was not free just then before is asked last.
            int number = k + first < people.length ? k + first : k + first - people.length;
            int candidate = people[number];
            long limitS = number < chosen ? personFreeS + 1 : personFreeS;
            long time = anyoneS;
            while (time < limitS) {
                int own = compiled.shift[candidate];
                long free = time == anyoneS && own == shift
                        ? onShiftS
                        : compiled.available[candidate].earliestStart(time, workS);
                if (time == anyoneS) {
                    shift = own;
                    onShiftS = free;
                }
                if (free < limitS) {
                    free = occupancy[candidate].earliestFree(free, workS, limitS);
                }
                if (notDownMachine >= 0 && free < limitS) {
                    free = compiled.notDown[notDownMachine].earliestStart(free, workS);
                }
                if (free == time) {
                    break;
                }
                time = free;
            }
            if (time < limitS) {
                personFreeS = time;
                person = candidate;
                chosen = number;
                if (time == anyoneS) {
                    break;
                }
            }
        }
        if (person >= 0 && (notDownMachine < 0 || isNeverDown(notDownMachine))) {
            waits.learn(skill, openS, workS, personFreeS, chosen);
        }
    }

    private boolean isNeverDown(int onMachine) {
        return compiled.resources[onMachine].down().isEmpty();
    }

    private void meet(Kind kind, int resource, long fromS, long untilS) {
        if (obstacles != null) {
            obstacles.met(kind, resource, fromS, untilS);
        }
    }
}
