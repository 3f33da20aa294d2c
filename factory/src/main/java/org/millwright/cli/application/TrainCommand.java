package org.millwright.cli.application;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.millwright.cli.ExitCode;
import org.millwright.factory.demo.DemoFactory;
import org.millwright.factory.demo.WholePath;
import org.millwright.factory.demo.WholePath.Wish;
import org.millwright.factory.people.Accounts;
import org.millwright.factory.people.NewAccount;
import org.millwright.factory.people.signin.SignIns;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Role;
import org.millwright.geometry.LengthUnit;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: walks the paths that starts should be fast on, while the JVM takes notes. Used by the launcher. */
@Command(name = "train", hidden = true, description = "Used by the launcher to prepare fast starts.")
final class TrainCommand implements Callable<Integer> {
    /** By then all that a search does has been done often enough to be remembered as worth compiling. */
    private static final String NESTING_SECONDS = "5";

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--port", defaultValue = "0", description = "port on the loopback interface (default: any)")
    private int port;

    @Option(names = "--engines", description = "the commands that need an engine alone")
    private boolean engines;

    @Option(names = "--application", description = "the application")
    private boolean application;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path sample = Files.createTempFile("sample", ".stl");
        Path part = Files.createTempFile("part", ".stl");
        Path program = Files.createTempFile("sample", ".gcode");
        Path strip = Files.createTempFile("strip", ".json");
        Path layout = Files.createTempFile("layout", ".json");
        try {
            Files.writeString(sample, TETRAHEDRON);
            Files.writeString(program, "G28\nG1 X10 F3000\nM84\n");
            if (engines) {
                CommandLine millwright = spec.root().commandLine();
                Files.write(part, TrainingPart.binaryStl());
                millwright.execute("analyze", "--json", "--units", "mm", sample.toString());
                millwright.execute("analyze", part.toString());
                millwright.execute("gcode", "--json", program.toString());
                Files.writeString(strip, TrainingStrip.json());
                millwright.execute("nest", "--seconds", NESTING_SECONDS, "--out", layout.toString(), strip.toString());
            }
            if (application) {
                walk(sample);
            }
        } finally {
            Files.delete(sample);
            Files.delete(part);
            Files.delete(program);
            Files.delete(strip);
            Files.delete(layout);
        }
        return ExitCode.DONE;
    }

    private void walk(Path sample) throws Exception {
        try (var context = Application.on(data.folder)
                .withWeb(port)
                .withTimeLapse(1)
                .with("millwright.floor", false)
                .start()) {
            var factory = context.getBean(DemoFactory.class).getOrSetUp();
            var path = context.getBean(WholePath.class);
            var wish = new Wish(sample, LengthUnit.MILLIMETRE, "printing", "pla", 1, Map.of());
            var quote = path.quote(factory, path.upload(factory, wish), wish);
            path.make(path.order(quote).id(), progress -> {});
            visitPages(context);
        }
    }

    private static void visitPages(ConfigurableApplicationContext context) throws Exception {
        if (context instanceof ServletWebServerApplicationContext served && served.getWebServer() != null) {
            var owner = context.getBean(Accounts.class)
                    .add(new NewAccount("training", "Training", Set.of(Role.OWNER), null, null, false), Actor.system());
            String cookie = "millwright="
                    + context.getBean(SignIns.class)
                            .open(owner.id(), "training")
                            .text();
            try (var browser = HttpClient.newHttpClient()) {
                for (String page : List.of(
                        "/sign-in", "/shop", "/orders", "/board", "/floor", "/materials", "/quality", "/account")) {
                    var address = URI.create(
                            "http://localhost:" + served.getWebServer().getPort() + page);
                    var request = HttpRequest.newBuilder(address).header("Cookie", cookie);
                    browser.send(request.build(), HttpResponse.BodyHandlers.discarding());
                }
            }
        }
    }

    private static final String TETRAHEDRON = """
            solid sample
            facet normal 0 0 -1
            outer loop
            vertex 0 0 0
            vertex 0 20 0
            vertex 20 0 0
            endloop
            endfacet
            facet normal -1 0 0
            outer loop
            vertex 0 0 0
            vertex 0 0 20
            vertex 0 20 0
            endloop
            endfacet
            facet normal 0 -1 0
            outer loop
            vertex 0 0 0
            vertex 20 0 0
            vertex 0 0 20
            endloop
            endfacet
            facet normal 1 1 1
            outer loop
            vertex 20 0 0
            vertex 0 20 0
            vertex 0 0 20
            endloop
            endfacet
            endsolid sample
            """;
}
