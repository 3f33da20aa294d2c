package org.millwright.cli.engines.nest;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.millwright.cli.engines.EngineOptions;
import org.millwright.nesting.io.StripNesting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code check-nest INSTANCE LAYOUT.json}: the independent, exact verifier. */
@Command(name = "check-nest", description = "Verifies a layout exactly, with code that the search does not use.")
final class CheckNestCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "INSTANCE", description = "the instance")
    @SuppressWarnings("NullAway.Init")
    private Path instance;

    @Parameters(index = "1", paramLabel = "LAYOUT.json", description = "the layout")
    @SuppressWarnings("NullAway.Init")
    private Path layout;

    @Mixin
    private final NestRules rules = new NestRules();

    @Override
    public Integer call() throws NoSuchFileException {
        return EngineOptions.answer(
                "The layout", StripNesting.check(instance, rules.rules(instance), EngineOptions.requireFile(layout)));
    }
}
