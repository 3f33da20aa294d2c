package org.millwright.bench.scheduling;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.Budget;
import org.millwright.scheduling.Offer;
import org.millwright.scheduling.Repair;
import org.millwright.scheduling.Scheduling;
import org.millwright.scheduling.Session;
import org.millwright.scheduling.Solution;
import org.millwright.scheduling.Unscheduled;
import org.millwright.scheduling.model.Assignment;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.resource.Interval;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.model.resource.WorkCalendar;
import org.millwright.scheduling.validation.TimetableValidator;

/** A live plan of a made-up factory with people and shifts: first plan, promises, repair after a breakdown. */
final class LiveFigures {
    /** Seconds that all of this takes at most, about. */
    static final double LONGEST_S = 100;

    private static final long HOUR = 3600;
    private static final int DAYS = 60;
    private static final int PROMISES = 300;
    private static final int CANCELS = 20;
    private static final long PRICE_PER_MOVE_S = 600;
    /** Processor time of one thread, for the plan that breaks and for the one its repair is compared with. */
    private static final double SEARCH_S = 30;

    void measure() {
        System.out.println("\n| live plan with machines, people and shifts | measured |");
        System.out.println("|---|---|");
        Scheduling.solve(factory(500, 1), Budget.ofSteps(4), 1);
        firstPlan(20_000);
        cancel(factory(20_000, 3));
        ScheduleProblem live = factory(5_000, 7);
        Solution planned = searched(live);
        promises(live, planned);
        breakdown(live, planned);
    }

    private static void firstPlan(int operations) {
        ScheduleProblem problem = factory(operations, 3);
        double begunS = ProcessorClock.cpuS();
        Solution first = Scheduling.solve(problem, Budget.ofSteps(1), 1);
        double cpuS = ProcessorClock.cpuS() - begunS;
        requireValid(problem, first);
        row("first valid plan of %d operations".formatted(problem.operations().size()), "%.2f CPU s", cpuS);
    }

    /** The best plan of {@link #SEARCH_S} seconds of processor time, the compiler's and those of the bound beside it left out. */
    private static Solution searched(ScheduleProblem problem) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        var running = new AtomicReference<@Nullable Session>();
        try (Session session = Scheduling.start(problem, Budget.ofSeconds(600), 1, improvement -> {
            Session own = running.get();
            if (own != null && threads.getCurrentThreadCpuTime() > SEARCH_S * 1e9) {
                own.stop();
            }
        })) {
            running.set(session);
            return session.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Measuring was interrupted.", interrupted);
        }
    }

    /** Processor time from the call of stop to the end of the search; the first plan is always finished. */
    private static void cancel(ScheduleProblem problem) {
        double longestMs = 0;
        for (int i = 0; i < CANCELS; i++) {
            var told = new CountDownLatch(1 + i % 3);
            try (Session session =
                    Scheduling.start(problem, Budget.ofSeconds(60), i, improvement -> told.countDown())) {
                boolean planned = told.await(20, TimeUnit.SECONDS);
                double begunS = ProcessorClock.cpuS();
                session.stop();
                session.await();
                longestMs = Math.max(longestMs, planned ? 1000 * (ProcessorClock.cpuS() - begunS) : 0);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        row("longest of %d cancelled searches, after stop".formatted(CANCELS), "%.0f CPU ms", longestMs);
    }

    private static void promises(ScheduleProblem live, Solution planned) {
        double[] ms = new double[PROMISES];
        for (int i = 0; i < PROMISES; i++) {
            var random = new SplittableRandom(1000 + i);
            String job = "new" + i;
            List<Operation> operations = new ArrayList<>();
            addJob(job, random, operations);
            double begunS = ProcessorClock.cpuS();
            Offer offer = Scheduling.promise(live, planned.timetable(), operations, Job.due(job, 0));
            ms[i] = 1000 * (ProcessorClock.cpuS() - begunS);
            if (!offer.isPossible()) {
                throw new IllegalStateException("No date for " + job);
            }
        }
        Arrays.sort(ms);
        row("promise on %d operations, p50".formatted(live.operations().size()), "%.0f CPU ms", ms[PROMISES / 2]);
        row("promise, p99", "%.0f CPU ms", ms[PROMISES * 99 / 100]);
    }

    private static void breakdown(ScheduleProblem live, Solution planned) {
        List<Resource> resources = new ArrayList<>(live.resources());
        Resource machine = resources.getFirst();
        var down = new Interval(30 * HOUR, 54 * HOUR);
        resources.set(0, machine.withDown(List.of(down)));
        ScheduleProblem broken = live.withResources(resources);
        double begunS = ProcessorClock.cpuS();
        double[] validS = new double[1];
        Repair repair =
                Scheduling.repair(broken, planned.timetable(), 1, valid -> validS[0] = ProcessorClock.cpuS() - begunS);
        double cpuS = ProcessorClock.cpuS() - begunS;
        Set<String> moved = new HashSet<>();
        repair.diff().moved().forEach(one -> moved.add(one.operationId()));
        int untouched = 0;
        int kept = 0;
        for (Assignment assignment : planned.timetable().assignments()) {
            boolean hit = machine.id().equals(assignment.machineId())
                    && down.overlaps(assignment.setupStartS(), assignment.endS());
            if (!hit) {
                untouched++;
                kept += moved.contains(assignment.operationId()) ? 0 : 1;
            }
        }
        row("valid plan after a breakdown of a day", "%.0f CPU ms", 1000 * validS[0]);
        row("the same with what it threw back brought forward again", "%.0f CPU ms", 1000 * cpuS);
        row("untouched operations that keep place and start", "%.1f %%", 100.0 * kept / untouched);
        Solution again = searched(broken);
        double newCostS = Math.max(1, again.objective().weightedTardinessS());
        row(
                "cost of the repair / of a full new plan in 30 s, as the plan before had",
                "%.3f",
                repair.objective().weightedTardinessS() / newCostS);
        Repair improved = Scheduling.repair(broken, planned.timetable(), 1, Budget.ofSeconds(15), PRICE_PER_MOVE_S);
        row(
                "the same after 15 s of improvement, a move at the price of 10 minutes",
                "%.3f",
                improved.objective().weightedTardinessS() / newCostS);
        row(
                "operations that then stand elsewhere",
                "%.1f %%",
                100.0 * improved.diff().moved().size() / live.operations().size());
    }

    private static void requireValid(ScheduleProblem problem, Solution solution) {
        Set<String> leftOut = new HashSet<>();
        solution.unscheduled().stream().map(Unscheduled::operationId).forEach(leftOut::add);
        List<String> violations = TimetableValidator.violations(problem, solution.timetable(), leftOut);
        if (!violations.isEmpty()) {
            throw new IllegalStateException("Invalid plan: " + violations.getFirst());
        }
    }

    private static void row(String what, String format, double value) {
        System.out.printf("| %s | %s |%n", what, String.format(Locale.ROOT, format, value));
    }

    /** Machines round the clock in proportion to the work, people in two shifts, jobs of two to six operations. */
    static ScheduleProblem factory(int operationCount, long seed) {
        var random = new SplittableRandom(seed);
        int machines = Math.max(4, operationCount / 120);
        List<Resource> resources = new ArrayList<>();
        for (int m = 0; m < machines; m++) {
            resources.add(Resource.machine("m" + m, WorkCalendar.always()));
        }
        for (int p = 0; p < machines; p++) {
            resources.add(Resource.person("p" + p, shift(p % 2 == 0 ? 6 : 14), Set.of("skill" + p % 4)));
        }
        List<Job> jobs = new ArrayList<>();
        List<Operation> operations = new ArrayList<>();
        while (operations.size() < operationCount) {
            String id = "j" + jobs.size();
            addJob(id, random.split(), operations, machines);
            long release = random.nextLong(20 * 24 * HOUR);
            jobs.add(new Job(id, release, release + random.nextLong(10 * 24 * HOUR), 1 + random.nextInt(9), null));
        }
        return new ScheduleProblem(0, resources, jobs, operations, List.of());
    }

    private static void addJob(String id, SplittableRandom random, List<Operation> operations) {
        addJob(id, random, operations, 5_000 / 120);
    }

    private static void addJob(String id, SplittableRandom random, List<Operation> operations, int machines) {
        int count = 2 + random.nextInt(5);
        String before = null;
        for (int i = 0; i < count; i++) {
            Operation.Builder builder = Operation.of(id + "." + i, id);
            int first = random.nextInt(machines);
            long runS = 600 + random.nextLong(5 * HOUR);
            for (int c = 0; c < 3; c++) {
                builder.on("m" + (first + c) % machines, runS + 300L * c);
            }
            builder.setupS(300 + random.nextLong(900)).unloadS(300).skill("skill" + random.nextInt(4));
            if (before != null) {
                builder.after(before);
            }
            before = id + "." + i;
            operations.add(builder.build());
        }
    }

    private static WorkCalendar shift(int startHour) {
        List<Interval> open = new ArrayList<>();
        for (int day = 0; day < DAYS * 3; day++) {
            if (day % 7 < 6) {
                open.add(new Interval((day * 24L + startHour) * HOUR, (day * 24L + startHour + 8) * HOUR));
            }
        }
        return WorkCalendar.of(open);
    }
}
