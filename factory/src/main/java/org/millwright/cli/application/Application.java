package org.millwright.cli.application;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.FactoryApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** How the commands start the application. */
final class Application {
    private final Map<String, Object> settings = new HashMap<>();
    private WebApplicationType web = WebApplicationType.NONE;

    private Application(Path data) {
        settings.put("millwright.data", data.toAbsolutePath().toString());
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

    ConfigurableApplicationContext start() {
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
