package org.millwright.factory.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.millwright.factory.platform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own inside a data folder. It listens on 127.0.0.1 only, on a port that may differ from
 * start to start. When this program dies without stopping it, it lives on, and the next start takes it over; when it
 * dies itself, it is started again at the same port.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final long CHECK_EVERY_MS = 500;
    private static final String WRONG_PASSWORD = "28P01";
    /** The server is starting or stopping, or does not listen yet. */
    private static final Set<String> MAY_PASS = Set.of("57P03", "08001", "08006");

    private final DataFolder data;
    private final PostgresLaunch launch;
    private final boolean adopted;
    private PostmasterFile postmaster;
    private boolean closed;

    private EmbeddedPostgres(DataFolder data, PostgresLaunch launch, PostmasterFile postmaster, boolean adopted) {
        this.data = data;
        this.launch = launch;
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
            var launch = new PostgresLaunch(data.path(), binaries, cluster, settings);
            EmbeddedPostgres server = adoptOrLaunch(data, launch);
            Thread.ofPlatform().daemon().name("database-guard").start(server::guard);
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static EmbeddedPostgres adoptOrLaunch(DataFolder data, PostgresLaunch launch)
            throws IOException, InterruptedException {
        Optional<PostmasterFile> living =
                PostmasterFile.findLiving(launch.cluster().folder());
        if (living.isPresent()) {
            var server = new EmbeddedPostgres(data, launch, living.get(), true);
            if (server.answersAsOurs()) {
                return server;
            }
        }
        var server = new EmbeddedPostgres(data, launch, launch.start(OptionalInt.empty()), false);
        if (!server.answersAsOurs()) {
            throw launch.gone();
        }
        return server;
    }

    public String user() {
        return PostgresCluster.USER;
    }

    public String password() {
        return launch.cluster().password();
    }

    /** The server's process. */
    public synchronized long pid() {
        return postmaster.pid();
    }

    /** Whether the server was already running, left behind by a program that died. */
    public boolean adopted() {
        return adopted;
    }

    /** JDBC address of a database of this server, without user and password. */
    public synchronized String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postmaster.port(), database);
    }

    /** Creates a database of this server when it does not exist. */
    public void ensureDatabase(String name) throws SQLException {
        try (Connection connection = connect("postgres");
                var query = connection.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, name);
            try (var found = query.executeQuery();
                    var statement = connection.createStatement()) {
                if (!found.next()) {
                    statement.execute("create database " + name);
                }
            }
        }
    }

    /** Ends all sessions, stops the server and lets go of the folder. */
    @Override
    public synchronized void close() throws IOException, InterruptedException {
        if (closed) {
            return;
        }
        closed = true;
        notifyAll();
        try (data) {
            if (postmaster.isPostgres()) {
                launch.stop();
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), user(), password());
    }

    /** Starts the server again whenever it has died. */
    private synchronized void guard() {
        try {
            while (!closed) {
                wait(CHECK_EVERY_MS);
                if (!closed && !postmaster.isPostgres()) {
                    revive();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void revive() throws InterruptedException {
        LOG.warn("The database process {} has died; it is started again.", postmaster.pid());
        try {
            postmaster = launch.start(OptionalInt.of(postmaster.port()));
        } catch (IOException | Problem e) {
            LOG.error("The database does not start again; the next try follows.", e);
        }
    }

    /**
     * Whether our password opens the server and it serves our folder; false when it dies meanwhile.
     *
     * @throws Problem when it lives and refuses us
     */
    private boolean answersAsOurs() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PostgresLaunch.PATIENCE.toNanos();
        Path folder = launch.cluster().folder();
        while (true) {
            try (Connection connection = connect("postgres");
                    var statement = connection.createStatement();
                    var answer = statement.executeQuery("show data_directory")) {
                answer.next();
                String served = answer.getString(1);
                if (Path.of(served).toRealPath().equals(folder)) {
                    return true;
                }
                throw Problem.of(
                        Problem.Kind.CONFLICT,
                        "database-foreign-server",
                        Map.of("folder", folder, "pid", pid(), "served", served));
            } catch (SQLException e) {
                if (!MAY_PASS.contains(e.getSQLState()) || System.nanoTime() > deadline) {
                    throw refusal(e);
                }
                Thread.sleep(100);
                if (!postmaster.isPostgres()) {
                    return false;
                }
            }
        }
    }

    private Problem refusal(SQLException cause) throws IOException, InterruptedException {
        if (!adopted) {
            close();
        }
        return WRONG_PASSWORD.equals(cause.getSQLState())
                ? Problem.of(
                        Problem.Kind.NOT_ALLOWED,
                        "database-password-wrong",
                        Map.of("file", PostgresCluster.passwordFile(data.path())),
                        cause)
                : Problem.of(
                        Problem.Kind.UNAVAILABLE,
                        "database-unreachable",
                        Map.of("url", jdbcUrl("postgres"), "reason", String.valueOf(cause.getMessage())),
                        cause);
    }
}
