package org.millwright.geometry.reading.obj;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.source.ByteSource;

/** One statement after the other, as words; a backslash at the end of a line joins it with the next. */
final class ObjLine {
    private static final int LONGEST = 1 << 20;

    private final ByteSource source;
    private byte[] bytes = new byte[256];
    private int length;
    private int at;
    private int number;
    private int linesRead;

    ObjLine(ByteSource source) {
        this.source = source;
    }

    /** Steps to the next statement that is not empty; false at the end of the file. */
    boolean next() throws IOException, UnreadableShape {
        boolean more = true;
        while (more) {
            more = read();
            at = 0;
            if (hasWord()) {
                return true;
            }
        }
        return false;
    }

    /** Number of the line in which the statement begins, from 1. */
    int number() {
        return number;
    }

    boolean hasWord() {
        while (at < length && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        return at < length;
    }

    /** The next word; empty at the end of the statement. */
    String word() {
        hasWord();
        int start = at;
        while (at < length && (bytes[at] > ' ' || bytes[at] < 0)) {
            at++;
        }
        return new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
    }

    private boolean read() throws IOException, UnreadableShape {
        length = 0;
        number = linesRead + 1;
        int c = source.next();
        if (c < 0) {
            return false;
        }
        boolean comment = false;
        while (c >= 0) {
            if (c == '\n') {
                linesRead++;
                if (length == 0 || bytes[length - 1] != '\\') {
                    return true;
                }
                bytes[length - 1] = ' ';
            } else if (c == '#') {
                comment = true;
            } else if (!comment && c != '\r') {
                add((byte) c);
            }
            c = source.next();
        }
        linesRead++;
        return true;
    }

    private void add(byte c) throws UnreadableShape {
        if (length == LONGEST) {
            throw new UnreadableShape(
                    "Line %d of the OBJ file is longer than %d characters.".formatted(number, LONGEST),
                    "Maybe this is another kind of file: export the part again.");
        }
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = c;
    }
}
