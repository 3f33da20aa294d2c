package org.millwright.geometry.reading.svg;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.source.Numbers;

/** Walks through text in which SVG packs letters and numbers as tightly as they can be told apart. */
final class SvgNumbers {
    private final byte[] text;
    private final byte[] number = new byte[64];
    private int at;

    SvgNumbers(String text) {
        this.text = text.getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean atEnd() {
        skipSeparators();
        return at >= text.length;
    }

    /** Whether a number comes next. */
    boolean atNumber() {
        skipSeparators();
        return at < text.length && (isDigit(text[at]) || "+-.".indexOf(text[at]) >= 0);
    }

    char letter() {
        skipSeparators();
        return (char) text[at++];
    }

    /** A flag of an arc: one digit, which the next number may follow without a gap. */
    boolean flag() throws UnreadableShape {
        skipSeparators();
        if (at >= text.length || (text[at] != '0' && text[at] != '1')) {
            throw broken("a flag, 0 or 1,");
        }
        return text[at++] == '1';
    }

    double next() throws UnreadableShape {
        skipSeparators();
        int length = 0;
        boolean point = false;
        boolean exponent = false;
        while (at < text.length && length < number.length) {
            byte c = text[at];
            boolean signAllowed = length == 0 || (number[length - 1] | 0x20) == 'e';
            boolean belongs = isDigit(c)
                    || (c == '.' && !point && !exponent)
                    || ((c == '+' || c == '-') && signAllowed)
                    || ((c | 0x20) == 'e' && !exponent && length > 0);
            if (!belongs) {
                break;
            }
            point |= c == '.';
            exponent |= (c | 0x20) == 'e';
            number[length++] = c;
            at++;
        }
        double value = length == number.length ? Double.NaN : Numbers.parse(number, length);
        if (!(Math.abs(value) <= 1e12)) {
            throw broken("a number");
        }
        return value;
    }

    double[] rest() throws UnreadableShape {
        var numbers = new double[16];
        int count = 0;
        while (!atEnd()) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = next();
        }
        return Arrays.copyOf(numbers, count);
    }

    UnreadableShape broken(String expected) {
        int from = Math.clamp(at - 20L, 0, text.length);
        String around = new String(text, from, Math.min(text.length, at + 10) - from, StandardCharsets.ISO_8859_1);
        return new UnreadableShape(
                "The SVG file has '%s' where %s should be, at character %d.".formatted(around, expected, at + 1),
                "Save the drawing again from the program it was drawn in.");
    }

    private void skipSeparators() {
        while (at < text.length && (text[at] == ',' || (text[at] <= ' ' && text[at] >= 0))) {
            at++;
        }
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
