package org.millwright.cli.engines;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.ExitCode;
import org.millwright.scheduling.Budget;
import org.millwright.scheduling.io.ShopPlan;
import org.millwright.scheduling.io.ShopScheduling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schedule INSTANCE}: anytime scheduling. */
@Command(name = "schedule", description = "Schedules a shop instance; better plans are told as they are found.")
final class ScheduleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "INSTANCE", description = "the instance")
    @SuppressWarnings("NullAway.Init")
    private Path instance;

    @Option(names = "--format", description = "jsp, fjsp, fjsp-sdst or microfactory (default: recognised)")
    private @Nullable String format;

    @Option(
            names = "--objective",
            paramLabel = "WHAT",
            description =
                    "weightedTardiness, lateJobs, makespan or setup, and where the instance has what they need missedDeadlines, energyCost, carbon, slackShortfall or movedOperations; several with factors as in weightedTardiness+2*setup; levels parted by commas, the first decides (default: what the instance asks for)")
    private @Nullable String objective;

    @Option(names = "--seconds", defaultValue = "10", description = "time to search (default: ${DEFAULT-VALUE})")
    private double seconds;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "seed of every random choice (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--threads", defaultValue = "1", description = "threads (default: ${DEFAULT-VALUE})")
    private int threads;

    @Option(
            names = "--out",
            paramLabel = "PLAN.json",
            description = "where the plan is written (default: standard output)")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        ShopPlan plan = ShopScheduling.run(
                EngineOptions.requireFile(instance),
                format,
                objective,
                Budget.ofSeconds(seconds),
                threads,
                seed,
                better -> System.err.printf(Locale.ROOT, "%8.2f s  %d%n", better.atS(), better.value()));
        EngineOptions.write(plan.toJson(), out);
        return ExitCode.DONE;
    }
}
