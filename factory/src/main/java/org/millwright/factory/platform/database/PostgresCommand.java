package org.millwright.factory.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.millwright.factory.platform.problem.Problem;

/** Runs PostgreSQL's own programs; as root in a user namespace of their own, because they refuse user id 0. */
final class PostgresCommand {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private PostgresCommand() {}

    /**
     * Runs a program to its end.
     *
     * @param output file that receives what it prints; a pipe would be held open by a server it starts
     * @throws Problem when it reports failure, with the end of its output
     */
    static void run(Path output, List<String> command) throws IOException, InterruptedException {
        var line = new ArrayList<String>();
        if (runsAsRoot()) {
            line.add("unshare");
            line.add("-U");
        }
        line.addAll(command);
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw failed(command, "it did not end within " + LIMIT.toMinutes() + " minutes");
        }
        if (process.exitValue() != 0) {
            throw failed(command, Files.readString(output).strip());
        }
    }

    static boolean runsAsRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static Problem failed(List<String> command, String output) {
        String program = Path.of(command.getFirst()).getFileName().toString();
        return Problem.of(
                Problem.Kind.UNAVAILABLE,
                output.startsWith("unshare:") ? "database-as-root" : "database-command-failed",
                Map.of("program", program, "output", output));
    }
}
