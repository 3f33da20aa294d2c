package org.millwright.processes.printing.program;

/** Writes numbers as machines like them: a point, no exponent, no trailing zeros. */
final class Numbers {
    private static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000};

    private Numbers() {}

    /** Appends the value with at most 0 to 5 decimals. */
    static void append(StringBuilder text, double value, int decimals) {
        long scaled = Math.round(value * POWERS[decimals]);
        if (scaled < 0) {
            text.append('-');
            scaled = -scaled;
        }
        text.append(scaled / POWERS[decimals]);
        long rest = scaled % POWERS[decimals];
        if (rest == 0) {
            return;
        }
        text.append('.');
        for (int place = decimals - 1; rest > 0; place--) {
            text.append((char) ('0' + rest / POWERS[place]));
            rest %= POWERS[place];
        }
    }
}
