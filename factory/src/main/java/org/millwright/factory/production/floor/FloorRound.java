package org.millwright.factory.production.floor;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.desk.TaskDesk;
import org.millwright.factory.production.dispatch.Dispatch;
import org.millwright.factory.production.dispatch.Dispatcher;
import org.millwright.factory.production.dispatch.FloorCommand;
import org.millwright.factory.production.dispatch.FloorState;
import org.millwright.factory.production.machine.Connections;
import org.millwright.factory.production.machine.LineBusy;
import org.millwright.factory.production.machine.MachineWatch;
import org.millwright.factory.production.run.RunControl;
import org.millwright.factory.production.run.RunRecords;
import org.millwright.machines.CommandOutcome;
import org.millwright.machines.MachineDriver;
import org.millwright.machines.MachineState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Observe, decide, carry out; again while something moves, so that a free machine starts within one tick. */
@Component
public class FloorRound {
    private static final Logger log = LoggerFactory.getLogger(FloorRound.class);
    private static final int MOST_ROUNDS = 6;

    private final FloorFacts facts;
    private final Factories factories;
    private final Connections connections;
    private final MachineWatch watch;
    private final RunControl control;
    private final RunRecords records;
    private final TaskDesk desk;
    private final InstantSource time;
    private final Map<FactoryId, ReentrantLock> locks = new ConcurrentHashMap<>();

    FloorRound(
            FloorFacts facts,
            Factories factories,
            Connections connections,
            MachineWatch watch,
            RunControl control,
            RunRecords records,
            TaskDesk desk,
            InstantSource time) {
        this.facts = facts;
        this.factories = factories;
        this.connections = connections;
        this.watch = watch;
        this.control = control;
        this.records = records;
        this.desk = desk;
        this.time = time;
    }

    /** One tick of a factory; says whether anything moved. */
    public boolean tick(FactoryId factory) {
        int rounds = 0;
        while (rounds < MOST_ROUNDS && round(factory, command -> true)) {
            rounds++;
        }
        return rounds > 0;
    }

    /** Compares stored jobs with what the machines say about them, and sends no command to any machine. */
    public void reconcile(FactoryId factory) {
        round(factory, FloorRound::isRecord);
    }

    private static boolean isRecord(FloorCommand command) {
        return command instanceof FloorCommand.MarkStored
                || command instanceof FloorCommand.MarkRunning
                || command instanceof FloorCommand.Follow
                || command instanceof FloorCommand.End
                || command instanceof FloorCommand.Interrupt
                || command instanceof FloorCommand.Abort;
    }

    /** True when something moved. Two rounds of one factory never overlap in this program; the tables fence other programs. */
    private boolean round(FactoryId factory, Predicate<FloorCommand> wanted) {
        ReentrantLock lock = locks.computeIfAbsent(factory, id -> new ReentrantLock());
        lock.lock();
        try {
            FloorState floor = facts.gather(factory);
            var answers = new ArrayList<CompletableFuture<Boolean>>();
            boolean moved = false;
            for (FloorCommand command : Dispatcher.decide(floor, time.instant())) {
                if (wanted.test(command)) {
                    moved |= carryOut(command, floor, answers);
                }
            }
            return awaitAll(answers) || moved;
        } finally {
            lock.unlock();
        }
    }

    private boolean carryOut(FloorCommand command, FloorState floor, List<CompletableFuture<Boolean>> answers) {
        try {
            return switch (command) {
                case FloorCommand.OpenTask open -> desk.open(open.operation());
                case FloorCommand.OpenClearing clearing -> desk.openClearing(clearing.job());
                case FloorCommand.CancelTask cancel -> desk.cancel(cancel.task());
                case FloorCommand.CreateJob create -> control.create(create, state(floor, create.machine()));
                case FloorCommand.MarkStored stored -> records.stored(stored.job());
                case FloorCommand.MarkRunning running -> records.running(running.job(), running.report());
                case FloorCommand.Follow follow -> records.follow(follow.job(), follow.report());
                case FloorCommand.End end -> records.ended(end.job(), end.report());
                case FloorCommand.Interrupt interrupt ->
                    records.interrupted(interrupt.job(), interrupt.report(), interrupt.fault());
                case FloorCommand.Abort abort -> records.aborted(abort.job(), abort.report(), abort.reason());
                case FloorCommand.Store store ->
                    onLine(machine(floor, store), driver -> control.store(store.job(), driver), answers);
                case FloorCommand.Start start -> {
                    MachineId machine = machine(floor, start);
                    MachineState state = state(floor, machine);
                    yield onLine(machine, driver -> control.start(start.job(), driver, state), answers);
                }
                case FloorCommand.Cancel cancel ->
                    onLine(machine(floor, cancel), driver -> control.cancel(cancel.job(), driver), answers);
                case FloorCommand.ConfirmBedClear clear ->
                    onLine(clear.machine(), driver -> driver.bedCleared() instanceof CommandOutcome.Accepted, answers);
            };
        } catch (RuntimeException failed) {
            log.error("{} could not be carried out and is tried again", command, failed);
            return false;
        }
    }

    private boolean onLine(
            MachineId machine, Function<MachineDriver, Boolean> work, List<CompletableFuture<Boolean>> answers) {
        answers.add(connections.begin(factories.getMachine(machine), work));
        return false;
    }

    private boolean awaitAll(List<CompletableFuture<Boolean>> answers) {
        long deadline = System.nanoTime() + watch.patience().toNanos();
        boolean moved = false;
        for (CompletableFuture<Boolean> answer : answers) {
            moved |= await(answer, deadline);
        }
        return moved;
    }

    private static boolean await(CompletableFuture<Boolean> answer, long deadline) {
        try {
            return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            if (!(failed.getCause() instanceof LineBusy)) {
                log.error("A command to a machine failed and is tried again", failed.getCause());
            }
            return false;
        }
    }

    private static MachineId machine(FloorState floor, FloorCommand.JobCommand command) {
        return floor.dispatches().stream()
                .map(Dispatch::job)
                .filter(job -> job.id().equals(command.job()))
                .findFirst()
                .orElseThrow()
                .machine();
    }

    private static MachineState state(FloorState floor, MachineId machine) {
        return floor.machines().stream()
                .filter(each -> each.id().equals(machine))
                .findFirst()
                .orElseThrow()
                .seen()
                .state();
    }
}
