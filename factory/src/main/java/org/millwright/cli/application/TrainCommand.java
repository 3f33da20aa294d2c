package org.millwright.cli.application;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.millwright.cli.ExitCode;
import org.millwright.factory.demo.DemoFactory;
import org.millwright.factory.demo.WholePath;
import org.millwright.factory.demo.WholePath.Wish;
import org.millwright.geometry.LengthUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train}: walks the paths that starts should be fast on, while the JVM takes notes. Used by the launcher. */
@Command(name = "train", hidden = true, description = "Used by the launcher to prepare fast starts.")
final class TrainCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--port", defaultValue = "0", description = "port on the loopback interface (default: any)")
    private int port;

    @Override
    public Integer call() throws Exception {
        Path sample = Files.createTempFile("sample", ".stl");
        Files.writeString(sample, TETRAHEDRON);
        try (var context = Application.on(data.folder)
                .withWeb(port)
                .withTimeLapse(1)
                .with("millwright.floor", false)
                .start()) {
            var factory = context.getBean(DemoFactory.class).getOrSetUp();
            var path = context.getBean(WholePath.class);
            var wish = new Wish(sample, LengthUnit.MILLIMETRE, "printing", "pla", 1, java.util.Map.of());
            var quote = path.quote(factory, path.upload(factory, wish), wish);
            path.make(path.order(quote).id(), progress -> {});
        } finally {
            Files.delete(sample);
        }
        return ExitCode.DONE;
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
