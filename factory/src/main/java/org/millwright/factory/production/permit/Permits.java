package org.millwright.factory.production.permit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.Person;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.production.Permit;
import org.millwright.factory.production.StartCondition;
import org.millwright.factory.production.StartQuestion;
import org.millwright.factory.production.machine.MachineWatch;
import org.millwright.factory.production.store.JobStore;
import org.millwright.factory.production.store.Preparation;
import org.millwright.factory.production.store.PreparationStore;
import org.millwright.factory.production.task.Task;
import org.millwright.machines.MachineState;
import org.springframework.stereotype.Component;

/** Asks all conditions, and names all that do not hold. */
@Component
public class Permits {
    private final List<StartCondition> conditions;
    private final WorkOrders workOrders;
    private final Factories factories;
    private final Lots lots;
    private final JobStore jobs;
    private final PreparationStore preparations;
    private final MachineWatch watch;
    private final InstantSource time;

    Permits(
            List<StartCondition> conditions,
            WorkOrders workOrders,
            Factories factories,
            Lots lots,
            JobStore jobs,
            PreparationStore preparations,
            MachineWatch watch,
            InstantSource time) {
        this.conditions = List.copyOf(conditions);
        this.workOrders = workOrders;
        this.factories = factories;
        this.lots = lots;
        this.jobs = jobs;
        this.preparations = preparations;
        this.watch = watch;
        this.time = time;
    }

    /** May this person start this task now? */
    public Permit forTask(Task task, Person person) {
        PlannedOperation operation = workOrders.getOperation(task.operation());
        Machine machine =
                Optional.ofNullable(task.machine()).map(factories::getMachine).orElse(null);
        BuildPlan build =
                Optional.ofNullable(task.build()).map(workOrders::getBuild).orElse(null);
        MachineState state = machine == null ? null : watch.latest(machine).state();
        return ask(operation, task.step(), person, machine, state, build);
    }

    /** May this build run on this machine now? */
    public Permit forRun(PlannedOperation run, BuildPlan build, Machine machine, MachineState state) {
        Person person = findAttendant(run, build).orElse(null);
        return ask(run, run.step(), person, machine, state, build);
    }

    private Permit ask(
            PlannedOperation operation,
            String step,
            @Nullable Person person,
            @Nullable Machine machine,
            @Nullable MachineState state,
            @Nullable BuildPlan build) {
        Lot loaded = Optional.ofNullable(build)
                .flatMap(plan -> preparations.find(plan.id()))
                .filter(preparation -> machine != null && preparation.machine().equals(machine.id()))
                .map(preparation -> lots.getLot(preparation.lot()))
                .orElse(null);
        boolean bedOccupied = machine != null && jobs.isBedOccupied(machine.id());
        var question =
                new StartQuestion(operation, step, person, machine, state, build, loaded, bedOccupied, time.instant());
        return Permit.of(conditions.stream()
                .map(condition -> condition.check(question))
                .flatMap(Optional::stream)
                .sorted((a, b) -> a.condition().compareTo(b.condition()))
                .toList());
    }

    /** Who stays with an attended run: who prepared it, or somebody else with the skill when that shift is over. */
    private Optional<Person> findAttendant(PlannedOperation run, BuildPlan build) {
        Optional<Person> preparer =
                preparations.find(build.id()).map(Preparation::person).map(factories::getPerson);
        if (!run.attended()
                || preparer.filter(person -> isAtWork(person, time.instant())).isPresent()) {
            return preparer;
        }
        return factories.listPeople(run.factory()).stream()
                .filter(person -> run.skill().isEmpty() || person.skills().contains(run.skill()))
                .filter(person -> isAtWork(person, time.instant()))
                .findFirst()
                .or(() -> preparer);
    }

    private boolean isAtWork(Person person, Instant now) {
        return AtWork.check(person, factories.getFactory(person.factory()).zone(), now);
    }
}
