package org.millwright.factory.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.millwright.factory.platform.problem.Problem;

/** A program of its own that holds an embedded server until its input ends: the one that tests kill. */
final class ServerProgram {
    private ServerProgram() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var server = EmbeddedPostgres.start(Path.of(arguments[0]), List.of())) {
            System.out.println("started " + server.pid() + " adopted " + server.adopted());
            while (System.in.read() >= 0) {
                // Input says nothing; only its end matters.
                continue;
            }
        } catch (Problem e) {
            System.out.println("refused " + e.code());
        }
    }
}
