package org.millwright.factory.platform.database;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.millwright.factory.platform.PlatformSettings;
import org.millwright.factory.platform.problem.Problem;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/**
 * Everything of an installation as one archive, and back. The archive is a ZIP file: {@code millwright-backup.txt} with its
 * version, each table as {@code tables/<schema>.<table>.csv}, all from one moment, the folders {@code files} and {@code keys}, and {@code end.txt}, without which it is not whole.
 */
@Component
public class Backups {
    private static final String MARK = "millwright-backup.txt";
    private static final String VERSION = "millwright backup 1\n";
    private static final String END = "end.txt";

    /** Deadlock, and a lock that did not come in time. */
    private static final Set<String> LOCKED_OUT = Set.of("40P01", "55P03");

    private static final int MOST_ATTEMPTS = 6;
    private static final int LARGEST_KEY_BYTES = 10_000;
    private static final List<String> FOLDERS = List.of("files", "keys");
    private static final Pattern TABLE = Pattern.compile("tables/([a-z_]+\\.[a-z_]+)\\.csv");
    private static final Pattern FILE = Pattern.compile("(files|keys)/[A-Za-z0-9_./-]+");
    private static final String LIST = """
            select table_schema || '.' || table_name from information_schema.tables
            where table_schema = any(string_to_array(?, ',')) and table_type = 'BASE TABLE'
                and table_name <> 'migration_history' order by 1""";

    private final DataSource database;
    private final PlatformSettings settings;

    Backups(DataSource database, PlatformSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Writes the archive; the tables are of one moment, and files are only ever added, so none of theirs is missing. */
    public void write(OutputStream out) throws IOException, SQLException {
        try (var zip = new ZipOutputStream(out);
                Connection connection = database.getConnection()) {
            zip.putNextEntry(new ZipEntry(MARK));
            zip.write(VERSION.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : tables(connection, Migrations.MODULES)) {
                zip.putNextEntry(new ZipEntry("tables/" + table + ".csv"));
                copy.copyOut("copy " + table + " to stdout with (format csv, header)", zip);
                zip.closeEntry();
            }
            connection.rollback();
            for (String folder : FOLDERS) {
                writeFolder(zip, folder);
            }
            zip.putNextEntry(new ZipEntry(END));
            zip.closeEntry();
        }
    }

    /**
     * Puts an archive in the place of everything that is there.
     *
     * @throws Problem {@code backup-unreadable} when it is no archive of this program; then nothing is changed
     */
    public void restore(InputStream in) throws IOException, SQLException {
        try (var zip = new ZipInputStream(in);
                Connection connection = database.getConnection()) {
            ZipEntry mark = zip.getNextEntry();
            if (mark == null
                    || !mark.getName().equals(MARK)
                    || !new String(zip.readNBytes(100), StandardCharsets.UTF_8).equals(VERSION)) {
                throw unreadable();
            }
            connection.setAutoCommit(false);
            Set<String> known = Set.copyOf(tables(connection, Migrations.MODULES));
            truncate(connection, known);
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            var keys = new TreeMap<Path, byte[]>();
            boolean whole = false;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Matcher table = TABLE.matcher(entry.getName());
                if (table.matches() && known.contains(table.group(1))) {
                    copy.copyIn(
                            "copy " + table.group(1) + " from stdin with (format csv, header match)", unclosed(zip));
                } else if (FILE.matcher(entry.getName()).matches()) {
                    readFile(zip, entry.getName(), keys);
                } else if (entry.getName().equals(END)) {
                    whole = true;
                } else {
                    throw unreadable();
                }
            }
            if (!whole) {
                throw unreadable();
            }
            // Keys are changed last: with an archive that ends too early everything stays as it was.
            connection.commit();
            for (Map.Entry<Path, byte[]> key : keys.entrySet()) {
                writeKey(key.getKey(), key.getValue());
            }
        }
    }

    /** Empties all tables of these modules. Nothing can be undone. */
    public void wipe(Collection<String> modules, Collection<String> keptTables) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            List<String> tables = new ArrayList<>(tables(connection, modules));
            tables.removeAll(keptTables);
            truncate(connection, tables);
            connection.commit();
        }
    }

    /**
     * What was only ever added to is emptied here too, which is why the triggers that forbid it are passed over. Work in
     * the background may hold the same tables in another order; the database then ends one of the two, and we try again.
     */
    private static void truncate(Connection connection, Collection<String> tables) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local session_replication_role = replica");
                statement.execute("set local lock_timeout = '5s'");
                statement.execute("truncate " + String.join(", ", tables) + " cascade");
                return;
            } catch (SQLException failed) {
                connection.rollback();
                if (attempt == MOST_ATTEMPTS || !LOCKED_OUT.contains(String.valueOf(failed.getSQLState()))) {
                    throw failed;
                }
            }
        }
    }

    private static List<String> tables(Connection connection, Collection<String> modules) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var statement = connection.prepareStatement(LIST)) {
            statement.setString(1, String.join(",", modules));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }

    private void writeFolder(ZipOutputStream zip, String name) throws IOException {
        Path folder = settings.data().resolve(name);
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> tree = Files.walk(folder)) {
            files = tree.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String path = settings.data().relativize(file).toString().replace('\\', '/');
            if (FILE.matcher(path).matches()) {
                zip.putNextEntry(new ZipEntry(path));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    /** Files of the store are named by their content, so those that are there already stay; keys are put aside. */
    private void readFile(ZipInputStream zip, String name, Map<Path, byte[]> keys) throws IOException {
        Path file = settings.data().resolve(name).normalize();
        if (!file.startsWith(settings.data())) {
            throw unreadable();
        }
        if (name.startsWith("keys/")) {
            keys.put(file, zip.readNBytes(LARGEST_KEY_BYTES));
        } else if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.copy(zip, file);
        }
    }

    private static void writeKey(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), "restored", ".key");
        Files.write(draft, content);
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static InputStream unclosed(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {
                // The archive goes on after this table.
            }
        };
    }

    private static Problem unreadable() {
        return Problem.of(Problem.Kind.INVALID, "backup-unreadable", Map.of());
    }
}
