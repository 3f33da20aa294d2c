package org.millwright.factory.planning.progress;

import java.util.UUID;

/**
 * Serial numbers of units: 60 random bits of the unit's id in twelve letters and digits that are not mistaken for each
 * other (Crockford's base 32), for instance {@code 7K3Q-M9XW-2ABC}. They fit the 20 characters of a GS1 serial number.
 */
final class Serial {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LETTERS = 12;

    private Serial() {}

    static String of(UUID unit) {
        long bits = unit.getLeastSignificantBits();
        var serial = new StringBuilder(LETTERS + 2);
        for (int letter = 0; letter < LETTERS; letter++) {
            if (letter > 0 && letter % 4 == 0) {
                serial.append('-');
            }
            serial.append(ALPHABET.charAt((int) (bits >>> (5 * letter)) & 31));
        }
        return serial.toString();
    }
}
