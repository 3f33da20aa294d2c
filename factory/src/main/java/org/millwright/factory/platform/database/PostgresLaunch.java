package org.millwright.factory.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.millwright.factory.platform.problem.Problem;

/**
 * How the server of a cluster is started and stopped. It runs in a session of its own, so that Ctrl-C in the terminal
 * reaches this program alone, which then stops the server last.
 *
 * @param settings PostgreSQL settings beyond our own, such as {@code fsync=off}
 */
record PostgresLaunch(Path data, Path binaries, PostgresCluster cluster, List<String> settings) {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> OWN_SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "timezone=UTC",
            "log_timezone=UTC",
            "max_connections=60",
            "shared_buffers=64MB",
            "io_method=sync",
            "max_logical_replication_workers=0",
            "jit=off");

    /**
     * Starts the server; after a crash it recovers first.
     *
     * @param port where it has to listen, or empty for any free port
     * @throws Problem when it does not start, with the end of its log
     */
    PostmasterFile start(OptionalInt port) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long logBefore = Files.exists(log()) ? Files.size(log()) : 0;
            try {
                return tryStart(port.isPresent() ? port.getAsInt() : freePort());
            } catch (Problem e) {
                String reason = logSince(logBefore);
                if (!mayPass(reason) || System.nanoTime() > deadline) {
                    throw reason.isEmpty()
                            ? e
                            : Problem.of(e.kind(), e.code(), Map.of("program", "postgres", "output", reason), e);
                }
                Thread.sleep(200);
            }
        }
    }

    /** Waits a moment for sessions that were closed just now, ends all others and stops the server. */
    void stop() throws IOException, InterruptedException {
        Path log = data.resolve("pg.stop.log");
        try {
            PostgresCommand.run(log, command("stop", "--mode=smart", "--wait", "--timeout=2"));
        } catch (Problem othersStay) {
            PostgresCommand.run(log, command("stop", "--mode=fast", "--wait"));
        }
    }

    Path log() {
        return data.resolve("pg.log");
    }

    private PostmasterFile tryStart(int port) throws IOException, InterruptedException {
        Optional<PostmasterFile> living = PostmasterFile.findLiving(cluster.folder());
        if (living.isPresent()) {
            return living.get();
        }
        var options = new ArrayList<String>(List.of("port=" + port));
        options.addAll(OWN_SETTINGS);
        options.addAll(settings);
        PostgresCommand.run(
                data.resolve("pg.start.log"),
                command(
                        "start",
                        "--log=" + log(),
                        "--wait",
                        "--timeout=" + PATIENCE.toSeconds(),
                        "--options=-c " + String.join(" -c ", options)));
        return PostmasterFile.findLiving(cluster.folder()).orElseThrow(this::gone);
    }

    /** The server ended right after its start. */
    Problem gone() {
        return Problem.of(Problem.Kind.UNAVAILABLE, "database-gone", Map.of("folder", cluster.folder(), "log", log()));
    }

    private List<String> command(String action, String... options) {
        var command = new ArrayList<String>(
                List.of(binaries.resolve("bin/pg_ctl").toString(), action, "--pgdata=" + cluster.folder()));
        command.addAll(List.of(options));
        return command;
    }

    /** Another program took the port first, or the sessions of a killed server are still going away. */
    private static boolean mayPass(String reason) {
        return reason.contains("Address already in use")
                || reason.contains("shared memory block")
                || reason.contains("lock file");
    }

    private String logSince(long position) throws IOException {
        if (!Files.exists(log())) {
            return "";
        }
        try (var channel = Files.newInputStream(log())) {
            channel.skipNBytes(position);
            return new String(channel.readNBytes(1 << 16), StandardCharsets.UTF_8).strip();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
