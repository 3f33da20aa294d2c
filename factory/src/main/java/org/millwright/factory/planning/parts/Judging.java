package org.millwright.factory.planning.parts;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.design.DesignUploaded;
import org.millwright.factory.design.Designs;
import org.millwright.factory.planning.examination.Examination;
import org.millwright.geometry.Finding;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.Shape;
import org.millwright.processes.ManufacturingProcess;
import org.millwright.processes.MaterialForm;
import org.millwright.processes.Processes;
import org.millwright.processes.Setup;
import org.millwright.processes.manufacturability.Judgement;
import org.millwright.processes.manufacturability.Limits;
import org.millwright.processes.manufacturability.Making;
import org.millwright.processes.manufacturability.Manufacturability;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What speaks against making designs, and where on them: judged once per shape, process and limits, whatever the material.
 * A design is judged as soon as it is uploaded, so that the answer is often there before somebody asks.
 */
@Component
public class Judging {
    private final Designs designs;
    private final TaskExecutor executor;
    private final BoundedCache<Question, FutureTask<List<Finding>>> answers = new BoundedCache<>(512);

    Judging(Designs designs, TaskExecutor executor) {
        this.designs = designs;
        this.executor = executor;
    }

    /** Equal questions have equal answers. */
    private record Question(String sha256, LengthUnit unit, Making making, Map<String, Double> values) {}

    /** The examination with what judgement adds to its findings. */
    public Examination completed(Examination examination, DesignId id, ManufacturingProcess process) {
        Setup setup = examination.setup();
        Design design = designs.getDesign(id);
        if (setup == null || design.unit() == null || !process.accepts(designs.shape(id))) {
            return examination;
        }
        Making making = Making.named(process.judgedAs());
        List<Finding> judged = judge(design, design.unit(), making, Limits.valuesOf(making, setup));
        return examination.with(Judgement.merged(examination.findings(), judged));
    }

    private List<Finding> judge(Design design, LengthUnit unit, Making making, Map<String, Double> values) {
        var question = new Question(design.file().sha256(), unit, making, values);
        // Whoever asks first computes; whoever asks meanwhile waits for the same answer.
        FutureTask<List<Finding>> answer = answers.get(
                question,
                () -> new FutureTask<>(() -> Manufacturability.findings(designs.shape(design.id()), making, values)));
        answer.run();
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        } catch (ExecutionException failed) {
            answers.forget(question);
            throw new CompletionException(failed.getCause());
        }
    }

    /** Solids need nothing of a material to be judged with usual limits; sheets need its thickness and are quick. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(DesignUploaded uploaded) {
        executor.execute(() -> {
            Design design = designs.getDesign(uploaded.design());
            if (design.unit() == null) {
                return;
            }
            Shape shape = designs.shape(design.id());
            for (ManufacturingProcess process : Processes.listProcesses()) {
                if (process.accepts(shape) && process.materialForm() != MaterialForm.SHEET) {
                    judge(design, design.unit(), Making.named(process.judgedAs()), Map.of());
                }
            }
        });
    }
}
