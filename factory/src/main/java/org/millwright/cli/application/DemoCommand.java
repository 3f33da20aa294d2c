package org.millwright.cli.application;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the application with a demo factory at work. */
@Command(name = "demo", description = "Starts the application with a demo factory whose virtual machines are at work.")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "port on the loopback interface (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--speed",
            defaultValue = "60",
            description = "factory seconds per real second (default: ${DEFAULT-VALUE})")
    private double speed;

    @Override
    public Integer call() throws InterruptedException {
        return Serving.untilStopped(Application.on(data.folder)
                .withWeb(port)
                .withTimeLapse(speed)
                .with("millwright.demo", true)
                .with("millwright.demo-history", true));
    }
}
