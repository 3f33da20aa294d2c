package org.millwright.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Start of the demo on a prepared data folder until its first page, and memory then. */
final class StartFigures {
    private static final int PORT = 18_391;

    private final Path home;
    private final Path work;

    StartFigures(Path home, Path work) {
        this.home = home;
        this.work = work;
    }

    List<Row> measure() throws IOException, InterruptedException {
        var first = start("first start, database set up");
        var second = start("later start");
        return List.of(first.row(), second.row(), second.memoryRow());
    }

    private record Start(String what, double wallS, double cpuS, double memoryMb) {
        Row row() {
            return new Row(
                    "start to first page, " + what, "≤ 5 s CPU", "%.1f s CPU, %.1f s wall".formatted(cpuS, wallS));
        }

        Row memoryRow() {
            return new Row("memory after start, without PostgreSQL", "≤ 400 MB", "%.0f MB".formatted(memoryMb));
        }
    }

    private Start start(String what) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient();
                var command = Command.start(
                        home,
                        work.resolve("demo.log"),
                        "demo",
                        "--port",
                        Integer.toString(PORT),
                        "--data",
                        work.resolve("demo").toString())) {
            var page = HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/shop"))
                    .build();
            while (command.alive() && command.wallS() < 120) {
                try {
                    if (http.send(page, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
                        return new Start(what, command.wallS(), command.cpuS(), command.memoryMb());
                    }
                } catch (IOException notYet) {
                    LockSupport.parkNanos(20_000_000);
                }
            }
            throw new IOException("The demo did not start; see " + work.resolve("demo.log"));
        }
    }
}
