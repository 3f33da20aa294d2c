package org.millwright.factory.testing.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.clock.RealTime;

/**
 * The demo with the days behind it that its visitors find, started once for all test classes that ask for it; its time
 * runs as fast as ours. Tests leave it as they found it, or do only what hinders no other; else they take one
 * {@link Alone}.
 */
public class LivedInDemo implements BeforeAllCallback, ParameterResolver {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public void beforeAll(ExtensionContext extension) {
        Chromium.assumeInstalled();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        return parameter.getParameter().getType() == DemoInBrowser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        return store(extension, ExtensionContext.Namespace.create(LivedInDemo.class))
                .computeIfAbsent("demo", any -> new Running(), Running.class)
                .demo;
    }

    ExtensionContext.Store store(ExtensionContext extension, ExtensionContext.Namespace namespace) {
        return extension.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, namespace);
    }

    /** The same for the tests of one class, which may leave behind what they like. */
    public static final class Alone extends LivedInDemo {
        @Override
        ExtensionContext.Store store(ExtensionContext extension, ExtensionContext.Namespace namespace) {
            return extension.getParent().orElseThrow().getStore(namespace);
        }
    }

    private static final class Running implements AutoCloseable {
        private final Path data;
        private final DemoInBrowser demo;

        Running() {
            try {
                data = Files.createTempDirectory("lived-in");
                demo = DemoInBrowser.start(
                        data, 1, "--millwright.demo-history=true", "--millwright.webhooks.private-targets=true");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            awaitPresent();
        }

        private void awaitPresent() {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!isPresent()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("The demo's past took longer than " + PATIENCE);
                }
                Thread.onSpinWait();
            }
        }

        private boolean isPresent() {
            var now = demo.get(RealTime.class).instant();
            return !demo.get(Factories.class).listFactories().isEmpty()
                    && !demo.get(FactoryClock.class).instant().isBefore(now.minusSeconds(5));
        }

        @Override
        public void close() throws IOException {
            demo.close();
            try (Stream<Path> left = Files.walk(data)) {
                for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
