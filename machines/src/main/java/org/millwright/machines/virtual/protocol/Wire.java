package org.millwright.machines.virtual.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines of words. A word is UTF-8 in which every byte other than letters, digits and {@code - . _ ~ :} is written as
 * {@code %XX}; words are parted by one space; {@code %00} alone stands for the empty word.
 */
final class Wire {
    static final int VERSION = 1;
    static final int LONGEST_LINE = 64 * 1024;
    static final int LARGEST_PROGRAM = 128 * 1024 * 1024;
    /** So many reports fit into one line of an answer. */
    static final int MOST_TOKENS = 50;

    private static final String PLAIN = "-._~:";
    private static final String EMPTY = "%00";

    private Wire() {}

    static String line(List<String> words) {
        var line = new StringBuilder();
        for (String word : words) {
            if (!line.isEmpty()) {
                line.append(' ');
            }
            encode(word, line);
        }
        return line.append('\n').toString();
    }

    private static void encode(String word, StringBuilder line) {
        if (word.isEmpty()) {
            line.append(EMPTY);
        }
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || PLAIN.indexOf(c) >= 0;
            if (plain) {
                line.append(c);
            } else {
                line.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
    }

    /** The words of a line without its end. */
    static List<String> words(String line) throws ProtocolException {
        var words = new ArrayList<String>();
        for (String word : line.split(" ", -1)) {
            words.add(word.equals(EMPTY) ? "" : decode(word));
        }
        return words;
    }

    private static String decode(String word) throws ProtocolException {
        if (word.indexOf('%') < 0) {
            return word;
        }
        byte[] bytes = new byte[word.length()];
        int n = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '%') {
                int high = i + 2 < word.length() ? Character.digit(word.charAt(i + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(word.charAt(i + 2), 16);
                if (low < 0) {
                    throw new ProtocolException(
                            "'%s' has a percent sign without two hexadecimal digits".formatted(word));
                }
                bytes[n++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                bytes[n++] = (byte) c;
            }
        }
        return new String(bytes, 0, n, StandardCharsets.UTF_8);
    }

    /**
     * Reads one line without its end.
     *
     * @throws EOFException when the other side has closed
     * @throws ProtocolException when the line is too long
     */
    static String readLine(InputStream in) throws IOException {
        byte[] bytes = new byte[256];
        int n = 0;
        while (true) {
            int b = in.read();
            if (b < 0) {
                throw new EOFException("The other side closed the connection");
            }
            if (b == '\n') {
                int end = n > 0 && bytes[n - 1] == '\r' ? n - 1 : n;
                return new String(bytes, 0, end, StandardCharsets.UTF_8);
            }
            if (n == LONGEST_LINE) {
                throw new ProtocolException("A line is longer than %d bytes".formatted(LONGEST_LINE));
            }
            if (n == bytes.length) {
                bytes = Arrays.copyOf(bytes, n * 2);
            }
            bytes[n++] = (byte) b;
        }
    }
}
