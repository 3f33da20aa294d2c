package org.millwright.factory.testing.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.millwright.factory.FactoryApplication;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.task.TaskState;
import org.millwright.factory.testing.ProductOnly;
import org.millwright.factory.testing.SignedIn;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole demo with its own database, served on a free port, and a browser to visit it with. */
public final class DemoInBrowser implements AutoCloseable {
    private final Chromium chromium;
    private final ConfigurableApplicationContext application;
    private final String address;

    private DemoInBrowser(Chromium chromium, ConfigurableApplicationContext application, String address) {
        this.chromium = chromium;
        this.application = application;
        this.address = address;
    }

    /**
     * Starts on an empty folder.
     *
     * @param speed factory seconds per real second
     * @param more further settings as {@code --name=value}, which go before the usual ones
     */
    public static DemoInBrowser start(Path data, double speed, String... more) throws IOException {
        Chromium chromium = Chromium.start();
        int port = freePort();
        var settings = new LinkedHashMap<>(Map.of(
                "--server.port", String.valueOf(port),
                "--millwright.data", data.toString(),
                "--millwright.time-lapse", String.valueOf(speed),
                "--millwright.floor", "true",
                "--millwright.demo", "true"));
        for (String setting : more) {
            settings.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        ConfigurableApplicationContext application = new SpringApplicationBuilder(FactoryApplication.class)
                .initializers(ProductOnly::in)
                .web(WebApplicationType.SERVLET)
                .run(settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        return new DemoInBrowser(chromium, application, "http://localhost:" + port);
    }

    /** A window of a person of their own, who has not signed in: other cookies, other complaints. */
    public Visitor visitor(Look look) {
        return Visitor.enter(chromium.browser(), address, look);
    }

    /** The same of somebody with these roles who is signed in. */
    public Visitor visitor(Look look, Role... roles) {
        return visitor(look).signIn(SignedIn.as(application, roles));
    }

    /** The same of somebody who is this person on the floor. */
    public Visitor visitor(Look look, UUID person, Role... roles) {
        return visitor(look).signIn(SignedIn.as(application, person, roles));
    }

    /**
     * Waits until one of the simulated people is at work: before that all their orders come in, and nights and Sundays are
     * leapt over, which draws a board anew.
     */
    public void awaitWork(Visitor visitor) {
        visitor.page().waitForCondition(this::somebodyWorks, new Page.WaitForConditionOptions().setTimeout(60_000));
    }

    private boolean somebodyWorks() {
        return get(Factories.class).listFactories().stream()
                .flatMap(factory -> get(Jobs.class).listOpenTasks(factory.id()).stream())
                .anyMatch(task -> task.state() == TaskState.STARTED);
    }

    /** Something that runs inside the application. */
    public <T> T get(Class<T> type) {
        return application.getBean(type);
    }

    public String address() {
        return address;
    }

    @Override
    public void close() {
        chromium.close();
        application.close();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
