package org.millwright.machines.gcode;

/** The words of one line, without allocation: a letter and a number each. Comments are left out. */
final class Words {
    private static final int MAX_WORDS = 64;
    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};

    /** No machine is a thousand kilometres long: larger numbers are slips, and squares of them would overflow. */
    private static final double LARGEST = 1e9;

    final char[] letters = new char[MAX_WORDS];
    /** NaN for a letter that stands alone. */
    final double[] values = new double[MAX_WORDS];

    int count;
    /** Where reading stopped for good, or -1. The words before it are valid. */
    int malformedAt;
    /** The number after {@code *}, or -1. */
    int checksum;
    /** Where {@code *} stands. */
    int checksumAt;

    /** Reads {@code text[from, to)}. */
    void read(String text, int from, int to) {
        count = 0;
        malformedAt = -1;
        checksum = -1;
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (c == ';') {
                return;
            } else if (c == '(') {
                int close = text.indexOf(')', i, to);
                if (close < 0) {
                    return;
                }
                i = close + 1;
            } else if (c <= ' ' || c == '%' || (c == '/' && count == 0) || c == '\uFEFF') {
                i++;
            } else if (c == '*') {
                checksumAt = i;
                i = readChecksum(text, i + 1, to);
            } else if (isLetter(c) && count < MAX_WORDS) {
                letters[count] = (char) (c & ~0x20);
                i = readNumber(text, i + 1, to);
                count++;
            } else {
                malformedAt = i;
                return;
            }
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private int readChecksum(String text, int from, int to) {
        int i = from;
        int value = 0;
        while (i < to && Character.digit(text.charAt(i), 10) >= 0 && value < 1000) {
            value = value * 10 + Character.digit(text.charAt(i), 10);
            i++;
        }
        checksum = value;
        return i;
    }

    private int readNumber(String text, int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) == ' ') {
            i++;
        }
        boolean negative = i < to && text.charAt(i) == '-';
        if (i < to && (negative || text.charAt(i) == '+')) {
            i++;
        }
        double mantissa = 0;
        int digits = 0;
        int decimals = 0;
        boolean point = false;
        for (; i < to; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (decimals < POWERS_OF_TEN.length - 1) {
                    mantissa = mantissa * 10 + (c - '0');
                    decimals += point ? 1 : 0;
                }
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        double value = mantissa / POWERS_OF_TEN[decimals];
        values[count] = digits == 0 || value > LARGEST ? Double.NaN : negative ? -value : value;
        return digits == 0 ? from : i;
    }

    /** Index of the first word with this letter at or after {@code start}; -1 if there is none. */
    int find(char letter, int start) {
        for (int i = start; i < count; i++) {
            if (letters[i] == letter) {
                return i;
            }
        }
        return -1;
    }

    /** Value of the letter, or {@code otherwise} when it is absent or stands alone. */
    double value(char letter, double otherwise) {
        int at = find(letter, 0);
        return at < 0 || Double.isNaN(values[at]) ? otherwise : values[at];
    }

    boolean has(char letter) {
        return find(letter, 0) >= 0;
    }
}
