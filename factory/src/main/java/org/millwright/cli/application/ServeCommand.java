package org.millwright.cli.application;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: the application without demo data. */
@Command(name = "serve", description = "Starts the application.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "port on the loopback interface (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--database",
            paramLabel = "JDBC_URL",
            description = "an external PostgreSQL 18 instead of the embedded one")
    private @Nullable String database;

    @Override
    public Integer call() throws InterruptedException {
        var application = Application.on(data.folder).withWeb(port);
        if (database != null) {
            application.with("millwright.database", database);
        }
        return Serving.untilStopped(application);
    }
}
