package org.millwright.processes.machining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of a data file beside the classes that use it: comments begin with #, the last column is the source. */
final class Table {
    private Table() {}

    /** Rows without the heading; the last of {@code columns} cells takes the rest of its line. */
    static List<String[]> rows(String name, int columns) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("%s is missing from the class path.".formatted(name));
            }
            var rows = new ArrayList<String[]>();
            boolean heading = true;
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (!heading) {
                    String[] cells = line.split(",", columns);
                    cells[columns - 1] = cells[columns - 1].replace("\"", "").strip();
                    rows.add(cells);
                }
                heading = false;
            }
            return List.copyOf(rows);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
