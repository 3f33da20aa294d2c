package org.millwright.machines.virtual;

import java.util.Locale;
import java.util.ResourceBundle;
import org.millwright.machines.CommandOutcome.Rejected;

/** Refusals with their texts; the code is what programs decide on. */
final class Rejections {
    private Rejections() {}

    static Rejected because(String code, Object... arguments) {
        return new Rejected(code, text(code, arguments));
    }

    static String text(String key, Object... arguments) {
        var bundle = ResourceBundle.getBundle("org.millwright.machines.virtual.messages", Locale.ENGLISH);
        return String.format(Locale.ROOT, bundle.getString(key), arguments);
    }
}
