package org.millwright.cli.engines;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.io.ShopScheduling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check-plan INSTANCE PLAN.json}: the independent validator. */
@Command(name = "check-plan", description = "Validates a plan with code that the search does not use.")
final class CheckPlanCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "INSTANCE", description = "the instance")
    @SuppressWarnings("NullAway.Init")
    private Path instance;

    @Parameters(index = "1", paramLabel = "PLAN.json", description = "the plan")
    @SuppressWarnings("NullAway.Init")
    private Path plan;

    @Option(names = "--format", description = "jsp, fjsp, fjsp-sdst or microfactory (default: recognised)")
    private @Nullable String format;

    @Override
    public Integer call() throws NoSuchFileException {
        return EngineOptions.answer(
                "The plan",
                ShopScheduling.check(EngineOptions.requireFile(instance), format, EngineOptions.requireFile(plan)));
    }
}
