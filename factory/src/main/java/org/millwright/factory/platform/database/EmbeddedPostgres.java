package org.millwright.factory.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.problem.Problem;

/**
 * A PostgreSQL server of our own inside a data folder. It listens on 127.0.0.1 only, on a port that may differ from
 * start to start. When this program dies without stopping it, it lives on, and the next start takes it over.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String STARTING_OR_STOPPING = "57P03";
    private static final String WRONG_PASSWORD = "28P01";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DataFolder data;
    private final Path binaries;
    private final PostgresCluster cluster;
    private final PostmasterFile postmaster;
    private final boolean adopted;

    private EmbeddedPostgres(
            DataFolder data, Path binaries, PostgresCluster cluster, PostmasterFile postmaster, boolean adopted) {
        this.data = data;
        this.binaries = binaries;
        this.cluster = cluster;
        this.postmaster = postmaster;
        this.adopted = adopted;
    }

    /**
     * Starts the server of a data folder, creating both when they do not exist.
     *
     * @param settings PostgreSQL settings such as {@code fsync=off} beyond our own
     * @throws Problem when the folder or the server refuses, saying why and what to do
     */
    public static EmbeddedPostgres start(Path folder, List<String> settings) throws IOException, InterruptedException {
        DataFolder data = DataFolder.open(folder);
        try {
            Path binaries = PostgresBinaries.unpackedIn(data.path());
            PostgresCluster cluster = PostgresCluster.in(data.path(), binaries);
            Optional<PostmasterFile> living = PostmasterFile.findLiving(cluster.folder());
            PostmasterFile postmaster =
                    living.isPresent() ? living.get() : launch(data.path(), binaries, cluster, settings);
            var server = new EmbeddedPostgres(data, binaries, cluster, postmaster, living.isPresent());
            server.requireOurs();
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            data.close();
            throw e;
        }
    }

    public String user() {
        return PostgresCluster.USER;
    }

    public String password() {
        return cluster.password();
    }

    public long pid() {
        return postmaster.pid();
    }

    /** Whether the server was already running, left behind by a program that died. */
    public boolean adopted() {
        return adopted;
    }

    /** JDBC address of a database of this server, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postmaster.port(), database);
    }

    /** Creates a database of this server when it does not exist. */
    public void ensureDatabase(String name) throws SQLException {
        try (Connection connection = connect("postgres");
                var query = connection.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, name);
            try (var found = query.executeQuery()) {
                if (!found.next()) {
                    connection.createStatement().execute("create database " + name);
                }
            }
        }
    }

    /** Ends all sessions, stops the server and lets go of the folder. */
    @Override
    public void close() throws IOException, InterruptedException {
        try (data) {
            if (PostmasterFile.findLiving(cluster.folder()).isPresent()) {
                PostgresCommand.run(
                        data.path().resolve("pg.stop.log"),
                        List.of(
                                binaries.resolve("bin/pg_ctl").toString(),
                                "stop",
                                "--pgdata=" + cluster.folder(),
                                "--mode=fast",
                                "--wait"));
            }
        }
    }

    private static PostmasterFile launch(Path data, Path binaries, PostgresCluster cluster, List<String> settings)
            throws IOException, InterruptedException {
        var options = new ArrayList<String>(List.of(
                "port=" + freePort(),
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "timezone=UTC",
                "log_timezone=UTC",
                "max_connections=60",
                "shared_buffers=64MB",
                "io_method=sync",
                "jit=off"));
        options.addAll(settings);
        PostgresCommand.run(
                data.resolve("pg.start.log"),
                List.of(
                        binaries.resolve("bin/pg_ctl").toString(),
                        "start",
                        "--pgdata=" + cluster.folder(),
                        "--log=" + data.resolve("pg.log"),
                        "--wait",
                        "--timeout=" + PATIENCE.toSeconds(),
                        "--options=-c " + String.join(" -c ", options)));
        return PostmasterFile.findLiving(cluster.folder())
                .orElseThrow(() -> Problem.of(
                        Problem.Kind.UNAVAILABLE,
                        "database-gone",
                        Map.of("folder", cluster.folder(), "log", data.resolve("pg.log"))));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), user(), password());
    }

    /** Makes sure that our password opens the server and that it serves our folder. */
    private void requireOurs() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        @Nullable SQLException last;
        do {
            try (Connection connection = connect("postgres");
                    var answer = connection.createStatement().executeQuery("show data_directory")) {
                answer.next();
                if (!Path.of(answer.getString(1)).toRealPath().equals(cluster.folder())) {
                    throw Problem.of(
                            Problem.Kind.CONFLICT,
                            "database-foreign-server",
                            Map.of("folder", cluster.folder(), "pid", pid(), "served", answer.getString(1)));
                }
                return;
            } catch (SQLException e) {
                last = e;
                if (!STARTING_OR_STOPPING.equals(e.getSQLState())) {
                    break;
                }
                Thread.sleep(100);
            }
        } while (System.nanoTime() < deadline);
        throw refusal(last);
    }

    private Problem refusal(SQLException cause) throws IOException, InterruptedException {
        if (!adopted) {
            close();
        }
        return WRONG_PASSWORD.equals(cause.getSQLState())
                ? Problem.of(
                        Problem.Kind.NOT_ALLOWED,
                        "database-password-wrong",
                        Map.of("file", data.path().resolve("pg.password")),
                        cause)
                : Problem.of(
                        Problem.Kind.UNAVAILABLE,
                        "database-unreachable",
                        Map.of("url", jdbcUrl("postgres"), "reason", String.valueOf(cause.getMessage())),
                        cause);
    }
}
