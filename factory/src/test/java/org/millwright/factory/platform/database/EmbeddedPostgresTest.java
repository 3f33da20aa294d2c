package org.millwright.factory.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.util.FileSystemUtils;

/** The embedded server in every way it can begin, be killed and be refused, with real processes. */
@Tag("slow")
class EmbeddedPostgresTest {
    @TempDir
    static Path shared;

    static Path binaries;

    Path folder;
    Path data;

    @BeforeAll
    static void unpackOnce() throws IOException {
        binaries = PostgresBinaries.unpackedIn(shared);
    }

    @BeforeEach
    void shareBinaries() throws IOException {
        folder = Files.createTempDirectory(shared, "case");
        data = Files.createDirectory(folder.resolve("data"));
        Files.createSymbolicLink(data.resolve(binaries.getFileName()), binaries);
    }

    @Test
    void aFreshStartCreatesAProtectedDurableDatabase() throws Exception {
        Path fresh = folder.resolve("fresh/data");
        try (var server = start(fresh)) {
            assertThat(server.adopted()).isFalse();
            assertThat(server.jdbcUrl("x")).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show data_checksums")).isEqualTo("on");
            assertThat(ask(server, "show server_encoding")).isEqualTo("UTF8");
            assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "show unix_socket_directories")).isEmpty();
            assertThat(ask(server, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                    .isEqualTo("0");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(PostgresCluster.passwordFile(fresh))))
                .isEqualTo("rw-------");
    }

    @Test
    void anOrdinaryUserStartsItWithoutANamespace() throws Exception {
        assumeThat(PostgresCommand.runsAsRoot())
                .as("as an ordinary user every other test shows it")
                .isTrue();
        Path home = Files.createTempDirectory(
                "nobody", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        try {
            Path own = Files.createDirectory(home.resolve("own"));
            Path libraries = Files.createDirectory(home.resolve("libraries"));
            Files.setAttribute(own, "unix:uid", 65534);
            try (var program = ChildProgram.startAsNobody(own, libraries)) {
                assertThat(program.answer()).matches("started \\d+ adopted false");
                assertThat(Files.getAttribute(own.resolve("pg/PG_VERSION"), "unix:uid"))
                        .isEqualTo(65534);
            }
            assertThat(own.resolve("pg/postmaster.pid")).doesNotExist();
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    @Test
    void aServerThatOutlivedItsKilledProgramIsAdopted() throws Exception {
        long pid;
        try (var program = ChildProgram.start(data)) {
            pid = ChildProgram.pid(program.answer());
            program.kill();
        }
        try (var server = start(data)) {
            assertThat(server.adopted()).isTrue();
            assertThat(server.pid()).isEqualTo(pid);
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
        assertThat(PostmasterFile.findLiving(data.resolve("pg"))).isEmpty();
    }

    @Test
    void whenProgramAndServerWereKilledNothingCommittedIsLost() throws Exception {
        try (var program = ChildProgram.start(data)) {
            long pid = ChildProgram.pid(program.answer());
            String password = Files.readString(PostgresCluster.passwordFile(data));
            int port =
                    PostmasterFile.findLiving(data.resolve("pg")).orElseThrow().port();
            try (var connection = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/postgres", PostgresCluster.USER, password);
                    var statement = connection.createStatement()) {
                statement.execute("create table kept as select 42 as answer");
            }
            program.kill();
            killServer(pid);
        }
        try (var server = start(data)) {
            assertThat(server.adopted()).isFalse();
            assertThat(ask(server, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void aServerKilledUnderTheRunningProgramComesBackAtTheSameAddress() throws Exception {
        try (var server = start(data)) {
            tell(server, "create table kept as select 42 as answer");
            String address = server.jdbcUrl("postgres");
            long pid = server.pid();
            killServer(pid);
            awaitOtherServer(server, pid);
            assertThat(server.jdbcUrl("postgres")).isEqualTo(address);
            assertThat(ask(server, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void aSecondProgramOnTheSameFolderIsRefused() throws Exception {
        try (var server = start(data);
                var second = ChildProgram.start(data)) {
            assertThat(second.answer()).isEqualTo("refused data-folder-in-use");
            assertRefused("data-folder-in-use", () -> start(data));
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedAndLeftAlone() throws Exception {
        Path foreign = PostgresCommand.runsAsRoot() ? data : Path.of("/usr");
        if (PostgresCommand.runsAsRoot()) {
            Files.setAttribute(foreign, "unix:uid", 65534);
        }
        assertRefused("data-folder-foreign", () -> start(foreign));
        assertThat(foreign.resolve("lock")).doesNotExist();
    }

    @Test
    void aDatabaseOfAnotherMajorVersionIsRefusedWithTheWayOut() throws Exception {
        start(data).close();
        Files.writeString(data.resolve("pg/PG_VERSION"), "19\n");
        assertThatThrownBy(() -> start(data)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.detail()).contains("PostgreSQL 19", "PostgreSQL 18");
            assertThat(problem.hint()).contains("Use the program version that made it");
        });
    }

    @Test
    void aWrongPasswordIsRefusedAndNoServerStaysBehind() throws Exception {
        start(data).close();
        Files.writeString(PostgresCluster.passwordFile(data), "wrong");
        assertRefused("database-password-wrong", () -> start(data));
        assertThat(PostmasterFile.findLiving(data.resolve("pg"))).isEmpty();
    }

    @Test
    void aLostPasswordFileIsNamed() throws Exception {
        start(data).close();
        Files.delete(PostgresCluster.passwordFile(data));
        assertRefused("database-password-missing", () -> start(data));
    }

    @Test
    void aProcessNumberThatNowBelongsToAnotherProgramIsNoServer() throws Exception {
        start(data).close();
        Files.writeString(
                data.resolve("pg/postmaster.pid"),
                "%d%n%s%n1700000000%n5432%n%n127.0.0.1%n"
                        .formatted(ProcessHandle.current().pid(), data.resolve("pg")));
        try (var server = start(data)) {
            assertThat(server.adopted()).isFalse();
        }
    }

    @Test
    void aHalfDoneFirstStartIsBegunAgain() throws Exception {
        Files.createDirectories(data.resolve("pg.new/base"));
        Files.writeString(PostgresCluster.passwordFile(data), "half-done");
        try (var server = start(data)) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void exclusionConstraintsOverIdsAndTimeAreAvailable() throws Exception {
        try (var server = start(data)) {
            tell(server, "create extension btree_gist");
            tell(
                    server,
                    "create table job (machine uuid, at tstzrange, exclude using gist (machine with =, at with &&))");
        }
    }

    private static EmbeddedPostgres start(Path data) throws IOException, InterruptedException {
        return EmbeddedPostgres.start(data, List.of());
    }

    private static void assertRefused(String code, ThrowingCallable start) {
        assertThatThrownBy(start)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static void killServer(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    private static void awaitOtherServer(EmbeddedPostgres server, long pid) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (server.pid() == pid) {
            assertThat(System.nanoTime()).as("the server came back").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
    }

    private static String ask(EmbeddedPostgres server, String query) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void tell(EmbeddedPostgres server, String command) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
