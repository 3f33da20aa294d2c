package org.millwright.factory.facility.energy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a table among the resources: RFC 4180 with a header, one record a line. */
public final class CsvTable {
    private CsvTable() {}

    /** The rows under the value of their key column. */
    public static <T> Map<String, T> read(String resource, String keyColumn, Function<Map<String, String>, T> row) {
        Map<String, T> table = new LinkedHashMap<>();
        List<String> lines = lines(resource);
        List<String> header = fields(lines.getFirst());
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = fields(line);
            if (fields.size() != header.size()) {
                throw new IllegalStateException("%s has %d fields instead of %d in the line: %s"
                        .formatted(resource, fields.size(), header.size(), line));
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                values.put(header.get(i), fields.get(i));
            }
            table.put(values.getOrDefault(keyColumn, ""), row.apply(values));
        }
        return table;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = CsvTable.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The table %s is missing in this build.".formatted(resource));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
