package org.millwright.factory.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.millwright.factory.platform.PlatformSettings;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Files in a folder: content {@code abcdef…} lies at {@code ab/cdef…}. */
@Component
public class FolderFileStore implements FileStore {
    private final Path folder;

    @Autowired
    FolderFileStore(PlatformSettings settings) {
        this(settings.data().resolve("files"));
    }

    /** A store in the given folder, which is created with the first file. */
    public FolderFileStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public FileHash put(InputStream content, long maxBytes) throws IOException {
        Path incoming = Files.createDirectories(folder.resolve("incoming"));
        Path arriving = Files.createTempFile(incoming, "", ".part");
        try {
            FileHash hash = copy(content, arriving, maxBytes);
            Path home = home(hash);
            if (!Files.exists(home)) {
                Path shelf = Files.createDirectories(shelf(hash));
                Files.move(arriving, home, StandardCopyOption.ATOMIC_MOVE);
                forceFolder(shelf);
            }
            return hash;
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    @Override
    public InputStream open(FileHash hash) throws IOException {
        return Files.newInputStream(path(hash));
    }

    @Override
    public Path path(FileHash hash) {
        if (!exists(hash)) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "file-missing", Map.of("hash", hash, "folder", folder));
        }
        return home(hash);
    }

    @Override
    public boolean exists(FileHash hash) {
        return Files.isRegularFile(home(hash));
    }

    private Path home(FileHash hash) {
        return shelf(hash).resolve(hash.sha256().substring(2));
    }

    private Path shelf(FileHash hash) {
        return folder.resolve(hash.sha256().substring(0, 2));
    }

    private static FileHash copy(InputStream content, Path target, long maxBytes) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int count; (count = content.read(buffer)) >= 0; ) {
                size += count;
                if (size > maxBytes) {
                    throw Problem.of(Problem.Kind.INVALID, "file-too-large", Map.of("limit", readable(maxBytes)));
                }
                digest.update(buffer, 0, count);
                for (var bytes = ByteBuffer.wrap(buffer, 0, count); bytes.hasRemaining(); ) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return new FileHash(HexFormat.of().formatHex(digest.digest()));
    }

    private static void forceFolder(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String readable(long bytes) {
        return bytes >= 1 << 20 ? bytes / (1 << 20) + " MB" : bytes + " bytes";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
