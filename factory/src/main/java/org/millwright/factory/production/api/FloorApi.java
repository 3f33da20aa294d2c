package org.millwright.factory.production.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.api.Given;
import org.millwright.factory.platform.api.Items;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.text.Texts;
import org.millwright.factory.platform.web.viewer.CurrentFactory;
import org.millwright.factory.platform.web.viewer.Viewer;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.JobId;
import org.millwright.factory.production.JobState;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskId;
import org.millwright.factory.production.task.TaskResult;
import org.millwright.factory.production.task.TaskState;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Jobs on machines and tasks of people. */
@RestController
@RequestMapping("/api/v1")
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
@Tag(name = "Floor")
class FloorApi {
    private final CurrentFactory factory;
    private final Jobs jobs;
    private final Texts texts;

    FloorApi(CurrentFactory factory, Jobs jobs, Texts texts) {
        this.factory = factory;
        this.jobs = jobs;
        this.texts = texts;
    }

    record TaskOut(
            UUID id,
            @Schema(example = "prepare") String step,
            StepKind kind,
            TaskState state,
            @Nullable UUID machine,
            @Nullable UUID build,
            @Nullable UUID workOrder,
            @Schema(example = "printing") String skill,

            @Schema(description = "Expected work in seconds", example = "300")
            long expectedS,

            @Nullable UUID person,
            Instant openedAt,
            @Nullable Instant startedAt,
            @Nullable Instant doneAt) {
        static TaskOut of(Task task) {
            return new TaskOut(
                    task.id().value(),
                    task.step(),
                    task.kind(),
                    task.state(),
                    task.machine() == null ? null : task.machine().value(),
                    task.build() == null ? null : task.build().value(),
                    task.workOrder() == null ? null : task.workOrder().value(),
                    task.skill(),
                    task.expected().toSeconds(),
                    task.person() == null ? null : task.person().value(),
                    task.openedAt(),
                    task.startedAt(),
                    task.doneAt());
        }
    }

    record JobOut(
            UUID id,
            UUID build,
            UUID machine,
            JobState state,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,

            @Schema(description = "0 to 1", example = "0.42")
            double progress,

            Map<String, Double> consumed,
            @Nullable String fault) {
        static JobOut of(Job job) {
            return new JobOut(
                    job.id().value(),
                    job.build().value(),
                    job.machine().value(),
                    job.state(),
                    job.createdAt(),
                    job.startedAt(),
                    job.endedAt(),
                    job.progress(),
                    job.consumed(),
                    job.fault());
        }
    }

    record StartIn(
            @Schema(description = "Who does it; absent for whom the account stands") @Nullable
            UUID person) {}

    record FinishIn(
            @Schema(description = "Units that are good", example = "4") @Nullable
            Integer good,

            @Schema(description = "Lost units by id, each with its reason") @Nullable
            Map<UUID, String> scrapped,

            @Schema(description = "The lot that was loaded, when the task prepares a machine") @Nullable
            UUID lot) {}

    record StopIn(
            @Schema(example = "Part came loose") @Nullable String reason) {}

    /** @param unmet what has to be done first, in words; empty when the task may start */
    record PermitOut(boolean granted, List<String> unmet) {}

    @GetMapping("/tasks")
    @Operation(summary = "Open and started tasks, newest first")
    Items<TaskOut> tasks(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Items.page(jobs.listOpenTasks(factory.getId()), task -> task.id().value(), after, limit, TaskOut::of);
    }

    @GetMapping("/tasks/{id}")
    @Operation(summary = "One task")
    TaskOut task(@PathVariable UUID id) {
        return TaskOut.of(jobs.getTask(new TaskId(id)));
    }

    @GetMapping("/tasks/{id}/permit")
    @Operation(summary = "Whether somebody may start a task, and what is missing")
    PermitOut permit(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID person,
            Viewer viewer,
            Locale locale) {
        var permit = jobs.permit(new TaskId(id), worker(person, viewer));
        return new PermitOut(
                permit.isGranted(),
                permit.listUnmet().stream()
                        .map(unmet -> texts.text("condition." + unmet.condition(), unmet.args(), locale))
                        .toList());
    }

    @PostMapping("/tasks/{id}/start")
    @AllowedFor({Role.OPERATOR, Role.QUALITY})
    @Operation(summary = "Start a task; refused with every condition that is not met")
    TaskOut start(@PathVariable UUID id, @RequestBody StartIn body, Viewer viewer) {
        return TaskOut.of(jobs.startTask(new TaskId(id), worker(body.person(), viewer), viewer.actor()));
    }

    @PostMapping("/tasks/{id}/finish")
    @AllowedFor({Role.OPERATOR, Role.QUALITY})
    @Operation(summary = "Finish a task: what was good, what was lost and why, which lot was loaded")
    TaskOut finish(@PathVariable UUID id, @RequestBody FinishIn body, Viewer viewer) {
        var task = new TaskId(id);
        if (body.lot() != null) {
            jobs.confirmPreparation(task, new LotId(body.lot()), viewer.actor());
        }
        Map<UnitId, String> scrapped = new HashMap<>();
        Objects.requireNonNullElse(body.scrapped(), Map.<UUID, String>of())
                .forEach((unit, reason) -> scrapped.put(new UnitId(unit), Given.required(reason, "scrapped")));
        boolean allGood = body.good() == null && scrapped.isEmpty();
        TaskResult result =
                allGood ? TaskResult.ALL_GOOD : new TaskResult(Given.required(body.good(), "good"), scrapped);
        return TaskOut.of(jobs.finishTask(task, result, viewer.actor()));
    }

    @PostMapping("/tasks/{id}/give-back")
    @AllowedFor({Role.OPERATOR, Role.QUALITY})
    @Operation(summary = "Undo the start of a task, so that somebody else may start it")
    TaskOut giveBack(@PathVariable UUID id, Viewer viewer) {
        var task = new TaskId(id);
        jobs.giveBackTask(task, viewer.actor());
        return TaskOut.of(jobs.getTask(task));
    }

    @GetMapping("/jobs")
    @Operation(summary = "Jobs on machines, newest first")
    Items<JobOut> jobs(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Items.page(jobs.listJobs(factory.getId()), job -> job.id().value(), after, limit, JobOut::of);
    }

    @GetMapping("/jobs/{id}")
    @Operation(summary = "One job")
    JobOut job(@PathVariable UUID id) {
        return JobOut.of(jobs.getJob(new JobId(id)));
    }

    @PostMapping("/jobs/{id}/stop")
    @AllowedFor({Role.OPERATOR, Role.PLANNER})
    @Operation(summary = "Stop a job; its units become suspect")
    JobOut stop(@PathVariable UUID id, @RequestBody StopIn body, Viewer viewer) {
        jobs.stop(new JobId(id), Given.required(body.reason(), "reason"), viewer.actor());
        return job(id);
    }

    private static PersonId worker(@Nullable UUID named, Viewer viewer) {
        return new PersonId(Given.required(named == null ? viewer.person() : named, "person"));
    }
}
