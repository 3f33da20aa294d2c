package org.millwright.scheduling.construct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.construct.cluster.Clusters;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Mode;
import org.millwright.scheduling.model.Need;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.Precedence;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.model.resource.ResourceKind;
import org.millwright.scheduling.model.resource.WorkCalendar;

/**
 * A problem with ids turned into indices and everything the inner loops read laid out in arrays. Immutable by agreement:
 * nobody writes into its arrays.
 */
public final class CompiledProblem {
    private static final int[] NONE = new int[0];

    public final ScheduleProblem problem;
    public final Resource[] resources;
    public final WorkCalendar[] available;
    public final WorkCalendar[] notDown;
    /** The same number for resources with the same calendar. */
    final int[] shift;

    public final Operation[] operations;
    public final Job[] jobs;
    public final int[] jobOf;
    public final long[] releaseS;
    /** The release of job and material, also where it is past. */
    public final long[] arrivalS;

    public final int[][] modeMachine;
    public final long[][] modeRunS;
    public final int[][] qualified;
    /** The skill of each operation as an index, -1 when nobody is needed. */
    final int[] skill;
    /** By skill, when at least one of its people is there: work that does not fit here fits none of them. */
    final List<WorkCalendar> anyQualified = new ArrayList<>();

    public final int[][] before;
    public final int[][] successors;
    public final int[] family;
    /** Resources held beside the machine, and how much of each. */
    public final int[][] needed;

    public final int[][] neededAmount;
    public final Clusters clusters;
    public final int[][] operationsOfJob;
    private final Map<String, Integer> operationIndex;
    private final Map<String, Integer> resourceIndex;
    private final Map<String, Integer> jobIndex;

    public CompiledProblem(ScheduleProblem problem) {
        this.problem = problem;
        resources = problem.resources().toArray(new Resource[0]);
        operations = problem.operations().toArray(new Operation[0]);
        jobs = problem.jobs().toArray(new Job[0]);
        resourceIndex = HashMap.newHashMap(resources.length);
        available = new WorkCalendar[resources.length];
        notDown = new WorkCalendar[resources.length];
        shift = new int[resources.length];
        Map<WorkCalendar, Integer> shifts = new HashMap<>();
        for (int i = 0; i < resources.length; i++) {
            resourceIndex.put(resources[i].id(), i);
            available[i] = resources[i].available();
            shift[i] = shifts.computeIfAbsent(available[i], any -> shifts.size());
            notDown[i] = WorkCalendar.always().without(resources[i].down());
        }
        jobIndex = HashMap.newHashMap(jobs.length);
        for (int i = 0; i < jobs.length; i++) {
            jobIndex.put(jobs[i].id(), i);
        }
        operationIndex = HashMap.newHashMap(operations.length);
        for (int i = 0; i < operations.length; i++) {
            operationIndex.put(operations[i].id(), i);
        }
        int count = operations.length;
        jobOf = new int[count];
        releaseS = new long[count];
        arrivalS = new long[count];
        modeMachine = new int[count][];
        modeRunS = new long[count][];
        qualified = new int[count][];
        skill = new int[count];
        before = new int[count][];
        family = new int[count];
        needed = new int[count][];
        neededAmount = new int[count][];
        Map<String, int[]> peopleBySkill = new HashMap<>();
        Map<String, Integer> skills = new HashMap<>();
        Map<String, Integer> families = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Operation operation = operations[i];
            jobOf[i] = indexOf(jobIndex, operation.jobId());
            arrivalS[i] = Math.max(operation.earliestStartS(), jobs[jobOf[i]].releaseS());
            releaseS[i] = Math.max(problem.nowS(), arrivalS[i]);
            compileModes(i, operation.modes());
            String required = operation.skill();
            skill[i] = required == null ? -1 : skills.computeIfAbsent(required, any -> skills.size());
            qualified[i] = required == null ? NONE : peopleBySkill.computeIfAbsent(required, this::peopleWith);
            if (skill[i] == anyQualified.size()) {
                anyQualified.add(openToAnyOf(qualified[i]));
            }
            compilePrecedences(i, operation.after());
            compileNeeds(i, operation.needs());
            String name = operation.family();
            family[i] = name == null ? -1 : families.computeIfAbsent(name, any -> families.size());
        }
        successors = successors(before);
        clusters = new Clusters(this);
        operationsOfJob = operationsOfJob();
    }

    public ScheduleProblem problem() {
        return problem;
    }

    public int operationCount() {
        return operations.length;
    }

    public int indexOfOperation(String id) {
        return indexOf(operationIndex, id);
    }

    /** -1 for no resource. */
    public int indexOfResource(@Nullable String id) {
        return id == null ? -1 : indexOf(resourceIndex, id);
    }

    public Precedence precedence(int operation, int which) {
        return operations[operation].after().get(which);
    }

    /** When at least one of those who are qualified for the operation is there; always when it needs nobody. */
    public WorkCalendar whenAnybodyQualified(int operation) {
        return skill[operation] < 0 ? WorkCalendar.always() : anyQualified.get(skill[operation]);
    }

    /** Shortest time in which the operation can be done, waiting excluded. */
    public long shortestS(int operation) {
        long shortest = Long.MAX_VALUE;
        for (long runS : modeRunS[operation]) {
            shortest = Math.min(shortest, runS);
        }
        return shortest + operations[operation].setupS() + operations[operation].unloadS();
    }

    private void compileModes(int operation, List<Mode> modes) {
        modeMachine[operation] = new int[modes.size()];
        modeRunS[operation] = new long[modes.size()];
        for (int mode = 0; mode < modes.size(); mode++) {
            modeMachine[operation][mode] = indexOfResource(modes.get(mode).machineId());
            modeRunS[operation][mode] = modes.get(mode).runS();
        }
    }

    private void compilePrecedences(int operation, List<Precedence> after) {
        before[operation] = after.isEmpty() ? NONE : new int[after.size()];
        for (int k = 0; k < after.size(); k++) {
            before[operation][k] = indexOf(operationIndex, after.get(k).beforeOperationId());
        }
    }

    private void compileNeeds(int operation, List<Need> needs) {
        needed[operation] = needs.isEmpty() ? NONE : new int[needs.size()];
        neededAmount[operation] = needs.isEmpty() ? NONE : new int[needs.size()];
        for (int k = 0; k < needs.size(); k++) {
            needed[operation][k] = indexOf(resourceIndex, needs.get(k).resourceId());
            neededAmount[operation][k] = needs.get(k).amount();
        }
    }

    private int[] peopleWith(String skill) {
        var people = new ArrayList<Integer>();
        for (int i = 0; i < resources.length; i++) {
            if (resources[i].kind() == ResourceKind.PERSON
                    && resources[i].skills().contains(skill)) {
                people.add(i);
            }
        }
        return people.stream().mapToInt(Integer::intValue).toArray();
    }

    private WorkCalendar openToAnyOf(int[] people) {
        Set<WorkCalendar> calendars = new HashSet<>();
        for (int person : people) {
            calendars.add(available[person]);
        }
        var open = new ArrayList<Interval>();
        for (WorkCalendar calendar : calendars) {
            open.addAll(calendar.listOpen());
        }
        return WorkCalendar.of(open);
    }

    private int[][] operationsOfJob() {
        int[] counts = new int[jobs.length];
        for (int job : jobOf) {
            counts[job]++;
        }
        int[][] own = new int[jobs.length][];
        for (int job = 0; job < own.length; job++) {
            own[job] = new int[counts[job]];
        }
        for (int i = jobOf.length - 1; i >= 0; i--) {
            own[jobOf[i]][--counts[jobOf[i]]] = i;
        }
        return own;
    }

    private static int indexOf(Map<String, Integer> index, String id) {
        Integer found = index.get(id);
        if (found == null) {
            throw new IllegalArgumentException(
                    "Nothing with the id %s is in this problem. Maybe it comes from another one?".formatted(id));
        }
        return found;
    }

    private static int[][] successors(int[][] before) {
        int[] counts = new int[before.length];
        for (int[] earlier : before) {
            for (int operation : earlier) {
                counts[operation]++;
            }
        }
        int[][] successors = new int[before.length][];
        for (int i = 0; i < before.length; i++) {
            successors[i] = new int[counts[i]];
        }
        for (int i = 0; i < before.length; i++) {
            for (int operation : before[i]) {
                successors[operation][--counts[operation]] = i;
            }
        }
        return successors;
    }
}
