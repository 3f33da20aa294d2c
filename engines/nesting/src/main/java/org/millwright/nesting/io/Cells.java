package org.millwright.nesting.io;

import java.util.ArrayList;
import java.util.List;

/** How the lines of a table are cut into cells (RFC 4180, a line at a time), as spreadsheets of any country write them. */
record Cells(char separator) {
    /** The separator that the names of the columns stand between: comma, semicolon or tab. */
    static Cells of(String header) {
        for (char candidate : new char[] {';', '\t'}) {
            if (header.indexOf(candidate) >= 0) {
                return new Cells(candidate);
            }
        }
        return new Cells(',');
    }

    /** Cells without white space around them; a cell in quotes may hold the separator, and quotes written twice. */
    List<String> cut(String line) {
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(letter);
                i++;
            } else if (letter == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (letter == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** A number as it is read: where commas do not part cells, they part decimals. */
    String plain(String number) {
        return separator == ',' ? number : number.replace(',', '.');
    }
}
