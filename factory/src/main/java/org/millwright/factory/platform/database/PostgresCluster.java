package org.millwright.factory.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.util.FileSystemUtils;

/**
 * The database files of an installation and the password that opens them.
 *
 * @param folder the cluster, {@code pg} in the data folder
 * @param password of the only user, {@value #USER}
 */
record PostgresCluster(Path folder, String password) {
    static final String USER = "millwright";

    /**
     * The cluster of a data folder, created when there is none.
     *
     * @throws Problem when it was made by another major version, or its password is lost
     */
    static PostgresCluster in(Path data, Path binaries) throws IOException, InterruptedException {
        Path folder = data.resolve("pg");
        Path passwordFile = passwordFile(data);
        if (Files.exists(folder)) {
            requireSameMajor(folder);
            if (!Files.exists(passwordFile)) {
                throw Problem.of(Problem.Kind.UNAVAILABLE, "database-password-missing", Map.of("file", passwordFile));
            }
            return new PostgresCluster(folder, Files.readString(passwordFile).strip());
        }
        String password = newPassword(passwordFile);
        Path fresh = data.resolve("pg.new");
        FileSystemUtils.deleteRecursively(fresh);
        PostgresCommand.run(
                data.resolve("pg.initdb.log"),
                List.of(
                        binaries.resolve("bin/initdb").toString(),
                        "--pgdata=" + fresh,
                        "--username=" + USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8",
                        "--data-checksums",
                        "--no-instructions"));
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        return new PostgresCluster(folder, password);
    }

    /** Where the password is kept, readable by the owner alone. */
    static Path passwordFile(Path data) {
        return data.resolve("pg.password");
    }

    private static void requireSameMajor(Path folder) throws IOException {
        String version = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!version.equals(String.valueOf(PostgresBinaries.MAJOR))) {
            throw Problem.of(
                    Problem.Kind.REFUSED,
                    "database-other-version",
                    Map.of("folder", folder, "version", version, "ours", PostgresBinaries.MAJOR));
        }
    }

    private static String newPassword(Path file) throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        Files.deleteIfExists(file);
        Set<StandardOpenOption> create = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(file, create, ownerOnly)) {
            channel.write(StandardCharsets.US_ASCII.encode(password));
        }
        return password;
    }
}
