package org.millwright.factory.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.millwright.factory.platform.database.DatabaseAddress;
import org.millwright.factory.platform.database.EmbeddedPostgres;
import org.millwright.factory.platform.database.Migrations;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * The database server of the test JVM, in {@code target/test-database-N}. It stays on disk from run to run, so only
 * the first run unpacks and migrates; every test class gets a fresh copy of the migrated template.
 */
public final class TestDatabases implements AutoCloseable {
    private static final List<String> FAST_NOT_SAFE =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=100");
    private static final String FILES = "data-of-tests";
    private static volatile Optional<Current> current = Optional.empty();

    private final EmbeddedPostgres server;
    private final Path folder;
    private final String template;
    private int count;

    private TestDatabases(EmbeddedPostgres server, Path folder) throws IOException, SQLException {
        this.server = server;
        this.folder = folder;
        this.template = "migrated_" + fingerprintOfMigrations();
        dropLeftovers();
        FileSystemUtils.deleteRecursively(folder.resolve(FILES));
        migrateTemplate();
    }

    /**
     * The database of the running test class.
     *
     * @param data folder for files of the application under test
     */
    record Current(String url, Path data, HikariDataSource pool) {}

    static TestDatabases start() {
        try {
            for (int attempt = 1; ; attempt++) {
                Path folder = Path.of("target", "test-database-" + attempt).toAbsolutePath();
                try {
                    return new TestDatabases(EmbeddedPostgres.start(folder, FAST_NOT_SAFE), folder);
                } catch (Problem e) {
                    // Another test run of this checkout holds the folder.
                    if (!e.code().equals("data-folder-in-use") || attempt == 9) {
                        throw e;
                    }
                }
            }
        } catch (IOException | SQLException | InterruptedException e) {
            throw new IllegalStateException("The test database does not start", e);
        }
    }

    static Current current() {
        return current.orElseThrow(
                () -> new IllegalStateException("No database: is the test class annotated with @FactoryTest?"));
    }

    /** Replaces the current database by a fresh one. */
    void next() {
        closeCurrent();
        String name = "test_" + ++count;
        administration().execute("create database %s template %s".formatted(name, template));
        String url = server.jdbcUrl(name) + "?user=" + server.user() + "&password=" + server.password();
        Path data = folder.resolve(FILES).resolve(name);
        current = Optional.of(new Current(url, data, new DatabaseAddress(url, null, null).pool(8)));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        closeCurrent();
        server.close();
    }

    private static void closeCurrent() {
        current.ifPresent(database -> database.pool().close());
    }

    private JdbcTemplate administration() {
        return new JdbcTemplate(database("postgres"));
    }

    private DriverManagerDataSource database(String name) {
        return new DriverManagerDataSource(server.jdbcUrl(name), server.user(), server.password());
    }

    private void dropLeftovers() {
        JdbcTemplate administration = administration();
        administration
                .queryForList(
                        "select datname from pg_database where datname like 'test\\_%' or datname like 'migrating\\_%'"
                                + " or (datname like 'migrated\\_%' and datname <> ?)",
                        String.class, template)
                .forEach(name -> administration.execute("drop database if exists " + name + " with (force)"));
    }

    private void migrateTemplate() throws SQLException {
        JdbcTemplate administration = administration();
        Boolean exists = administration.queryForObject(
                "select exists (select from pg_database where datname = ?)", Boolean.class, template);
        if (Boolean.TRUE.equals(exists)) {
            return;
        }
        server.ensureDatabase("migrating_now");
        Migrations.migrate(database("migrating_now"));
        administration.execute("alter database migrating_now rename to " + template);
    }

    private static String fingerprintOfMigrations() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            var scripts = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql");
            for (var script : scripts) {
                digest.update(script.getURL().getPath().getBytes(StandardCharsets.UTF_8));
                digest.update(script.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
