package org.millwright.cli.application;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.millwright.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: what was found on this computer, and what each missing thing would give. */
@Command(name = "doctor", description = "Says what was found on this computer and what each missing thing would give.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        say("Java", true, System.getProperty("java.vendor.version") + ", " + System.getProperty("java.version"), "");
        program("prusa-slicer", "STEP files, and a second slicer to choose (apt-get install prusa-slicer)");
        program("chromium", "the browser tests (apt-get install chromium)");
        port(8080);
        Path folder = data.folder == null ? Application.usualData() : data.folder;
        disk(folder);
        database(folder);
        return ExitCode.DONE;
    }

    private static void program(String name, String gives) {
        Optional<Path> found = Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        say(name, found.isPresent(), found.map(Path::toString).orElse("not found"), gives);
    }

    private static void port(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            say("port " + port, true, "free", "");
        } catch (IOException taken) {
            say("port " + port, false, "in use", "the usual address; choose another with --port");
        }
    }

    private static void disk(Path folder) throws IOException {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = Optional.ofNullable(existing.getParent()).orElse(Path.of("/"));
        }
        long freeMb = Files.getFileStore(existing).getUsableSpace() / 1_000_000;
        say(
                "disk",
                freeMb > 1000,
                "%,d MB free at %s".formatted(freeMb, existing),
                "room for at least 1,000 MB of data");
    }

    private static void database(Path folder) {
        boolean there = Files.isDirectory(folder.resolve("pg"));
        boolean linux = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        say(
                "database",
                there || linux,
                there
                        ? "embedded PostgreSQL in " + folder
                        : linux ? "is set up at the first start" : "no embedded PostgreSQL for this system",
                "give an external one with --database");
    }

    private static void say(String what, boolean good, String found, String gives) {
        System.out.printf(
                "%-4s %-14s %s%s%n",
                good ? "ok" : "--", what, found, good || gives.isEmpty() ? "" : "; it would give: " + gives);
    }
}
