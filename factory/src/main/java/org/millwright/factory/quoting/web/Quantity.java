package org.millwright.factory.quoting.web;

import java.util.regex.Pattern;
import org.millwright.factory.planning.WorkDemand;

/**
 * What somebody typed as a quantity.
 *
 * @param typed as it was typed
 * @param units what is reckoned with
 * @param valid whether the two are the same
 */
public record Quantity(String typed, int units, boolean valid) {
    /** The most that one quote is for. */
    public static final int MOST = WorkDemand.MAX_QUANTITY;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    static Quantity of(String typed) {
        String plain = typed.strip();
        if (NUMBER.matcher(plain).matches()) {
            int units = Integer.parseInt(plain);
            if (units >= 1 && units <= MOST) {
                return new Quantity(typed, units, true);
            }
            return new Quantity(typed, Math.clamp(units, 1, MOST), false);
        }
        return new Quantity(typed, 1, false);
    }
}
