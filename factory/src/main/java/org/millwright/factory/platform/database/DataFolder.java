package org.millwright.factory.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.problem.Problem;

/** The folder that holds everything of an installation, held by one program at a time. */
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Creates the folder when there is none, and holds it until closed. The operating system lets go of it when the
     * program dies, however it dies.
     *
     * @throws Problem when another user owns it or another program holds it
     */
    public static DataFolder open(Path path) throws IOException {
        if (!Files.exists(path)) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            createPrivate(path);
        }
        requireOwn(path);
        var lockFile = FileChannel.open(
                path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        if (lock(lockFile) == null) {
            lockFile.close();
            throw Problem.of(Problem.Kind.CONFLICT, "data-folder-in-use", Map.of("folder", path));
        }
        return new DataFolder(path.toRealPath(), lockFile);
    }

    public Path path() {
        return path;
    }

    /** Lets another program have the folder. */
    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static void createPrivate(Path path) throws IOException {
        try {
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException created) {
            // By a program that starts at the same moment; the lock decides which of them has it.
            if (!Files.isDirectory(path)) {
                throw created;
            }
        }
    }

    private static void requireOwn(Path path) throws IOException {
        UserPrincipal owner = Files.getOwner(path);
        UserPrincipal self = Files.getOwner(Path.of("/proc/self"));
        if (!owner.equals(self)) {
            throw Problem.of(
                    Problem.Kind.NOT_ALLOWED,
                    "data-folder-foreign",
                    Map.of("folder", path, "owner", owner.getName(), "self", self.getName()));
        }
    }

    private static @Nullable FileLock lock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            // This very program holds it already.
            return null;
        }
    }
}
