package org.millwright.machines.virtual;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.millwright.machines.JobReport;
import org.millwright.machines.JobToken;
import org.millwright.machines.MachineState.Alarm;

/**
 * The memory of a machine on disk: lines of words separated by tabs, appended, and written anew when it is opened. A last
 * line cut short by a power failure is left out. Starts and ends are forced to disk before they count.
 */
final class StateFile implements AutoCloseable {
    private static final String HEADER = "millwright-virtual-machine\t1";

    private final Path path;
    private final FileChannel lockChannel;
    private final FileLock lock;
    private final FileChannel channel;

    private StateFile(Path path, FileChannel lockChannel, FileLock lock, FileChannel channel) {
        this.path = path;
        this.lockChannel = lockChannel;
        this.lock = lock;
        this.channel = channel;
    }

    /** What was read: whether the bed is clear, and the alarm that still stands. */
    record Restored(
            StateFile file, boolean bedClear, @Nullable Alarm alarm) {}

    /**
     * Opens or creates the file, fills the memory from it, and ends a job that was running as aborted by power loss.
     *
     * @throws IOException when it cannot be read or written, or another machine uses it
     */
    static Restored open(Path path, JobMemory memory) throws IOException {
        Path lockPath = path.resolveSibling(path.getFileName() + ".lock");
        var lockChannel = FileChannel.open(lockPath, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(lockChannel);
        if (lock == null) {
            lockChannel.close();
            throw new IOException("Another virtual machine uses the state file %s. Maybe name another one with --state."
                    .formatted(path));
        }
        boolean bedClear = true;
        Alarm alarm = null;
        if (Files.exists(path)) {
            var reader = new StateReader(memory);
            reader.read(Files.readString(path, StandardCharsets.UTF_8));
            bedClear = reader.bedClear();
            alarm = reader.alarm();
        }
        var file = new StateFile(path, lockChannel, lock, rewrite(path, memory, bedClear));
        return new Restored(file, bedClear, alarm);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static FileChannel rewrite(Path path, JobMemory memory, boolean bedClear) throws IOException {
        var text = new StringBuilder(HEADER).append('\n');
        text.append(bedClear ? "bed\tclear\n" : "bed\tused\n");
        for (long fingerprint : memory.listStarted()) {
            text.append("used\t").append(Long.toHexString(fingerprint)).append('\n');
        }
        for (JobReport report : memory.listReports()) {
            text.append(line("report", report));
        }
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    Path path() {
        return path;
    }

    void started(JobToken token, String sha256) throws IOException {
        append("started\t" + token.value() + '\t' + sha256 + '\n', true);
    }

    /** Notes how far a running job is; not forced to disk. */
    void progressed(JobReport report) throws IOException {
        append(line("progress", report), false);
    }

    void ended(JobReport report) throws IOException {
        append(line("report", report), true);
    }

    void bed(boolean clear) throws IOException {
        append(clear ? "bed\tclear\n" : "bed\tused\n", true);
    }

    private static String line(String word, JobReport report) {
        Alarm fault = report.fault();
        var text = new StringBuilder(word)
                .append('\t')
                .append(report.token().value())
                .append('\t')
                .append(report.state())
                .append('\t')
                .append(report.programSha256())
                .append('\t')
                .append(report.progress())
                .append('\t')
                .append(fault == null ? "" : oneLine(fault.code()))
                .append('\t')
                .append(fault == null ? "" : oneLine(fault.text()));
        for (Map.Entry<String, Double> used : new TreeMap<>(report.consumed()).entrySet()) {
            text.append('\t').append(used.getKey()).append('=').append(used.getValue());
        }
        return text.append('\n').toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\t\\r\\n]", " ");
    }

    private void append(String line, boolean force) throws IOException {
        var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        if (force) {
            channel.force(false);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        lock.release();
        lockChannel.close();
    }
}
