package org.millwright.factory.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server says about itself in {@code postmaster.pid}.
 *
 * @param pid its process
 * @param port where it listens
 */
record PostmasterFile(long pid, int port) {
    private static final int PORT_LINE = 3;

    /** The server that holds this cluster, when its process lives; a file left behind by a dead one is no server. */
    static Optional<PostmasterFile> findLiving(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        var found = new PostmasterFile(
                Long.parseLong(lines.getFirst().strip()),
                Integer.parseInt(lines.get(PORT_LINE).strip()));
        if (found.isPostgres()) {
            return Optional.of(found);
        }
        // After a reboot another program may have got the number; PostgreSQL would wait for it forever.
        Files.deleteIfExists(file);
        return Optional.empty();
    }

    /** Whether the process lives and is PostgreSQL; one that is dead but not yet collected by its parent is not. */
    boolean isPostgres() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).endsWith("postgres"))
                .orElse(false);
    }
}
