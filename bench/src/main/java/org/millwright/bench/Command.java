package org.millwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@code ./millwright} command under measurement. */
final class Command implements AutoCloseable {
    private final Process process;
    private final long startedNs = System.nanoTime();

    private Command(Process process) {
        this.process = process;
    }

    static Command start(Path home, Path output, String... arguments) throws IOException {
        var line = new ArrayList<String>(List.of(home.resolve("millwright").toString()));
        line.addAll(List.of(arguments));
        return new Command(new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start());
    }

    double wallS() {
        return (System.nanoTime() - startedNs) / 1e9;
    }

    /** User and system time so far of the program itself, without the database it started. */
    double cpuS() throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    /** Resident memory of the program itself in megabytes. */
    double memoryMb() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("No VmRSS for " + process.pid());
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits for the end and returns the exit code; 10 minutes at most. */
    int finish() throws InterruptedException {
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The command did not end within 10 minutes.");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
