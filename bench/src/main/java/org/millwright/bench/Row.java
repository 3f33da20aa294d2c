package org.millwright.bench;

import java.util.List;

/** A measured figure as a row of the table. */
public record Row(String what, String target, String measured) {
    public static void print(List<Row> rows) {
        rows.forEach(row -> System.out.printf("| %s | %s | %s |%n", row.what(), row.target(), row.measured()));
    }
}
