package org.millwright.factory.production.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.MachineId;
import org.millwright.factory.planning.OperationId;
import org.millwright.factory.planning.OperationState;
import org.millwright.factory.planning.PlannedOperation;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.JobId;
import org.millwright.factory.production.JobState;
import org.millwright.factory.production.dispatch.FloorState.MachineOnFloor;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskId;
import org.millwright.factory.production.task.TaskState;
import org.millwright.machines.JobReport;
import org.millwright.machines.JobToken;
import org.millwright.machines.MachineState;
import org.millwright.machines.MachineState.Alarm;
import org.millwright.machines.MachineState.Availability;
import org.millwright.machines.MachineState.Execution;
import org.millwright.processes.ManufacturingProcess.StepKind;

/**
 * A floor written down, one fact a line, and commands as text. A star after a step means that it was started; steps that are
 * left out are done.
 *
 * <pre>
 * machine M1 READY            silent | unknown words of MTConnect; then: down, dirty, declared, alarm
 * build B1 on M1 at 5: prepare print remove
 * order W1 ready: finish inspect pack
 * job J1 of B1 on M1 RUNNING says RUNNING 0.5     then: fault, stop, refused N until M, begun, cleared
 * task prepare B1 on M1 started
 * </pre>
 */
final class FloorText {
    static final Instant ZERO = Instant.parse("2026-03-02T08:00:00Z");
    private static final FactoryId FACTORY = new FactoryId(id("factory"));
    private static final Map<String, StepKind> KINDS = Map.of(
            "prepare", StepKind.PREPARE,
            "print", StepKind.RUN,
            "remove", StepKind.REMOVE,
            "finish", StepKind.FINISH,
            "inspect", StepKind.INSPECT,
            "pack", StepKind.PACK);

    private final Map<UUID, String> names = new HashMap<>();
    private final List<String[]> machines = new ArrayList<>();
    private final Map<String, JobReport> reports = new HashMap<>();
    private final List<Dispatch> dispatches = new ArrayList<>();
    private final List<PlannedOperation> operations = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final Set<WorkOrderId> ready = new HashSet<>();

    private FloorText(String floor) {
        floor.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::read);
    }

    /** The commands of one round at minute 0, one a line. */
    static String decide(String floor) {
        return decideAt(0, floor);
    }

    static String decideAt(int minute, String floor) {
        var text = new FloorText(floor);
        return Dispatcher.decide(text.state(), minute(minute)).stream()
                .map(text::write)
                .collect(Collectors.joining("\n"));
    }

    private void read(String line) {
        String[] words = line.replace(":", " :").split("\\s+");
        switch (words[0]) {
            case "machine" -> machines.add(words);
            case "build" -> readSteps(words, new BuildId(named(words[1])), null);
            case "order" -> readSteps(words, null, new WorkOrderId(named(words[1])));
            case "job" -> readJob(words);
            case "task" -> readTask(words);
            default -> throw new IllegalArgumentException(line);
        }
    }

    private void readSteps(String[] words, @Nullable BuildId build, @Nullable WorkOrderId order) {
        if (order != null && has(words, "ready")) {
            ready.add(order);
        }
        int at = has(words, "at") ? Integer.parseInt(after(words, "at")) : 0;
        int colon = List.of(words).indexOf(":");
        for (int i = colon + 1; i < words.length; i++) {
            String step = words[i].replace("*", "");
            boolean atMachine = build != null;
            operations.add(new PlannedOperation(
                    new OperationId(named(step + " " + words[1])),
                    FACTORY,
                    step,
                    KINDS.get(step),
                    build,
                    order,
                    atMachine ? new MachineId(named(after(words, "on"))) : null,
                    null,
                    minute(at),
                    minute(at + 10),
                    true,
                    "any",
                    words[i].endsWith("*") ? OperationState.STARTED : OperationState.PLANNED,
                    List.of("prepare", "print", "remove", "finish", "inspect", "pack")
                            .indexOf(step)));
        }
    }

    private void readJob(String[] words) {
        var token = new JobToken(words[1]);
        String says = has(words, "says") ? after(words, "says") : "nothing";
        if (!says.equals("nothing")) {
            double progress = number(words, says);
            Alarm fault = has(words, "fault") ? new Alarm("JAM", "stuck") : null;
            reports.put(
                    after(words, "on"),
                    new JobReport(token, JobReport.State.valueOf(says), "00", progress, Map.of(), fault));
        }
        JobState state = JobState.valueOf(words[6]);
        var job = new Job(
                new JobId(named(words[1])),
                new BuildId(named(words[3])),
                new MachineId(named(words[5])),
                token,
                state,
                ZERO,
                null,
                null,
                0,
                Map.of(),
                null);
        dispatches.add(new Dispatch(
                job,
                FACTORY,
                new OperationId(named("print " + words[3])),
                null,
                "00",
                has(words, "refused") ? Integer.parseInt(after(words, "refused")) : 0,
                minute(has(words, "until") ? Integer.parseInt(after(words, "until")) : 0),
                has(words, "stop") ? "STOPPED: enough" : null,
                has(words, "begun") || state != JobState.CREATED && state != JobState.STORED,
                has(words, "cleared")));
    }

    private void readTask(String[] words) {
        boolean clear = words[1].equals(Task.CLEAR);
        String operation = (clear ? "print" : words[1]) + " " + words[2];
        tasks.add(new Task(
                new TaskId(named("task " + words[1] + " " + words[2])),
                FACTORY,
                new OperationId(named(operation)),
                clear ? StepKind.REMOVE : KINDS.get(words[1]),
                words[1],
                has(words, "on") ? new MachineId(named(after(words, "on"))) : null,
                null,
                null,
                has(words, "started") ? TaskState.STARTED : TaskState.OPEN,
                "any",
                Duration.ofMinutes(1),
                null,
                ZERO,
                null,
                null));
    }

    private FloorState state() {
        return new FloorState(machines.stream().map(this::machine).toList(), dispatches, operations, tasks, ready);
    }

    private MachineOnFloor machine(String[] words) {
        var id = new MachineId(named(words[1]));
        var seen = words[2].equals("silent")
                ? Observation.none()
                : new Observation(
                        new MachineState(
                                Availability.AVAILABLE,
                                Execution.valueOf(words[2]),
                                null,
                                0,
                                null,
                                !has(words, "dirty"),
                                Map.of(),
                                has(words, "alarm") ? new Alarm("JAM", "stuck") : null),
                        reports.get(words[1]));
        return new MachineOnFloor(id, !has(words, "down"), has(words, "declared"), seen);
    }

    private String write(FloorCommand command) {
        return switch (command) {
            case FloorCommand.OpenTask open -> "open " + name(open.operation().value());
            case FloorCommand.OpenClearing clear -> "clear " + name(clear.job().value());
            case FloorCommand.CancelTask cancel ->
                "cancel " + name(cancel.task().value());
            case FloorCommand.CreateJob create ->
                "create " + name(create.build().value()) + " on "
                        + name(create.machine().value());
            case FloorCommand.ConfirmBedClear clear ->
                "tell clear " + name(clear.machine().value());
            case FloorCommand.Interrupt interrupt ->
                "interrupt " + name(interrupt.job().value()) + " " + interrupt.fault();
            case FloorCommand.Abort abort -> "abort " + name(abort.job().value()) + " " + abort.reason();
            case FloorCommand.JobCommand job ->
                switch (job) {
                            case FloorCommand.Store store -> "store ";
                            case FloorCommand.MarkStored stored -> "stored ";
                            case FloorCommand.Start start -> "start ";
                            case FloorCommand.MarkRunning running -> "running ";
                            case FloorCommand.Follow follow -> "follow ";
                            case FloorCommand.Cancel cancel -> "cancel ";
                            case FloorCommand.End end -> "end ";
                            case FloorCommand.Interrupt interrupt -> "interrupt ";
                            case FloorCommand.Abort abort -> "abort ";
                        }
                        + name(job.job().value());
        };
    }

    private static Instant minute(int minute) {
        return ZERO.plus(Duration.ofMinutes(minute));
    }

    private UUID named(String name) {
        UUID id = id(name);
        names.put(id, name);
        return id;
    }

    private String name(UUID id) {
        return names.get(id);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean has(String[] words, String word) {
        return List.of(words).contains(word);
    }

    private static String after(String[] words, String word) {
        return words[List.of(words).indexOf(word) + 1];
    }

    private static double number(String[] words, String word) {
        int index = List.of(words).indexOf(word) + 1;
        return index < words.length && words[index].matches("[0-9.]+") ? Double.parseDouble(words[index]) : 0;
    }
}
