package org.millwright.geometry.reading.dxf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.source.ByteSource;
import org.millwright.geometry.reading.source.Numbers;

/** The pairs of a text DXF file: a whole number that says what follows, and a value in the next line. */
final class DxfGroups {
    private static final int LONGEST_LINE = 8192;

    private final ByteSource source;
    private final byte[] bytes = new byte[LONGEST_LINE];
    private int length;
    private int line;
    private int code;
    private boolean again;

    DxfGroups(ByteSource source) {
        this.source = source;
    }

    /** Steps to the next pair that is no comment; false at the end of the file. */
    boolean next() throws IOException, UnreadableShape {
        if (again) {
            again = false;
            return true;
        }
        do {
            if (!readLine()) {
                return false;
            }
            double number = Numbers.parse(bytes, length);
            if (number != Math.rint(number)) {
                throw new UnreadableShape(
                        "Line %d of the DXF file has '%s' where a group code, a whole number, should be."
                                .formatted(line, value()),
                        "Maybe the file was cut or edited: save the drawing as DXF again.");
            }
            code = (int) number;
            if (!readLine()) {
                throw new UnreadableShape(
                        "The DXF file ends in line %d, between a group code and its value.".formatted(line),
                        "Maybe the upload broke off: save the drawing as DXF again.");
            }
        } while (code == 999);
        return true;
    }

    /** Makes the next {@link #next()} stay where it is. */
    void pushBack() {
        again = true;
    }

    int code() {
        return code;
    }

    int line() {
        return line;
    }

    String value() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    boolean is(int wantedCode, String wantedValue) {
        return code == wantedCode && value().equals(wantedValue);
    }

    double number() throws UnreadableShape {
        double value = Numbers.parse(bytes, length);
        if (!Double.isFinite(value)) {
            throw new UnreadableShape(
                    "Line %d of the DXF file has '%s' where a number should be."
                            .formatted(line, value().toLowerCase(Locale.ROOT)),
                    "Maybe the file was cut or edited: save the drawing as DXF again.");
        }
        return value;
    }

    int whole() throws UnreadableShape {
        return (int) number();
    }

    private boolean readLine() throws IOException, UnreadableShape {
        int c = source.next();
        if (c < 0) {
            return false;
        }
        line++;
        length = 0;
        while (c >= 0 && c != '\n') {
            if (length == LONGEST_LINE) {
                throw new UnreadableShape(
                        "Line %d of the DXF file is longer than %d characters.".formatted(line, LONGEST_LINE),
                        "Maybe this is another kind of file: save the drawing as text DXF again.");
            }
            if (c > ' ' || length > 0) {
                bytes[length++] = (byte) c;
            }
            c = source.next();
        }
        while (length > 0 && bytes[length - 1] <= ' ' && bytes[length - 1] >= 0) {
            length--;
        }
        return true;
    }
}
