package org.millwright.cli.application;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.Answered;
import org.millwright.cli.ExitCode;
import org.millwright.factory.FactoryApplication;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** How the commands start the application. */
final class Application {
    private final Map<String, Object> settings = new HashMap<>();
    private WebApplicationType web = WebApplicationType.NONE;

    private Application(Path data) {
        settings.put("millwright.data", data.toAbsolutePath().toString());
        // A failed start is told once, by the command, in words.
        settings.put("logging.level.org.springframework.boot.SpringApplication", "OFF");
        settings.put("logging.level.org.springframework.boot.diagnostics", "OFF");
        settings.put("logging.level.org.springframework.context", "ERROR");
        settings.put("logging.level.org.springframework.boot.web.server.servlet.context", "ERROR");
    }

    /** An application on a data folder, without web server and without its own rounds on the floor. */
    static Application on(@Nullable Path data) {
        return new Application(data == null ? usualData() : data).with("millwright.floor", false);
    }

    /** Serves pages on the loopback interface. */
    Application withWeb(int port) {
        web = WebApplicationType.SERVLET;
        return with("server.port", port).with("millwright.floor", true);
    }

    /** Lets factory time run faster than real time, and allows skipping. */
    Application withTimeLapse(double speed) {
        return with("millwright.time-lapse", speed);
    }

    Application with(String name, Object value) {
        settings.put(name, value);
        return this;
    }

    /** Throws {@link Answered} in words when it cannot start for a reason that the user can do something about. */
    ConfigurableApplicationContext start() {
        try {
            return run();
        } catch (RuntimeException failed) {
            throw inWords(failed);
        }
    }

    private static RuntimeException inWords(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return new Answered(problem.detail(), problem.hint(), ExitCode.FAILED);
            }
            if (cause instanceof PortInUseException taken) {
                return new Answered(
                        "Port %d is in use.".formatted(taken.getPort()),
                        "Maybe Millwright runs already; else choose another with --port.",
                        ExitCode.FAILED);
            }
        }
        return failed;
    }

    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(FactoryApplication.class)
                .web(web)
                .logStartupInfo(false)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** {@code data} in the folder of the program. */
    static Path usualData() {
        return Path.of(System.getProperty("millwright.home", "."), "data");
    }
}
