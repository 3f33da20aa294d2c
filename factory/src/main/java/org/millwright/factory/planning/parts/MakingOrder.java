package org.millwright.factory.planning.parts;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which order a program frees the units of a sheet, or makes those of a plate one by one, as its comments tell. */
final class MakingOrder {
    private static final Pattern UNIT = Pattern.compile("(?:\\(unit |; begin )unit (\\d+)\\)?");

    private MakingOrder() {}

    /**
     * For each unit of the build its turn, from 1; 0 for units that the program does not name. What lies in a hole of
     * another unit is freed before it, so the last time a unit is named counts.
     */
    static int[] of(BufferedReader program, int units) throws IOException {
        Set<Integer> named = new LinkedHashSet<>();
        String line = program.readLine();
        while (line != null) {
            Matcher unit = UNIT.matcher(line);
            if (unit.matches() && unit.group(1).length() < 7) {
                int number = Integer.parseInt(unit.group(1));
                named.remove(number);
                named.add(number);
            }
            line = program.readLine();
        }
        int[] turn = new int[units];
        int next = 1;
        for (int number : named) {
            if (number >= 1 && number <= units) {
                turn[number - 1] = next++;
            }
        }
        return turn;
    }
}
