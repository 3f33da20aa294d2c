package org.millwright.factory.catalog.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.catalog.Colour;
import org.millwright.factory.catalog.InvalidOptions;
import org.millwright.factory.catalog.Violation;
import org.millwright.factory.catalog.nametag.NameTag;

/** What was typed for a name tag; what was not is as usual. */
public record NameTagForm(
        @Nullable String text,
        @Nullable String letterMm,
        @Nullable String plateMm,
        @Nullable String reliefMm,
        @Nullable String style,
        @Nullable String hole,
        @Nullable String colour) {
    public NameTagForm {
        text = text == null ? "Millwright" : text;
        letterMm = letterMm == null ? "14" : letterMm;
        plateMm = plateMm == null ? "2.4" : plateMm;
        reliefMm = reliefMm == null ? "1" : reliefMm;
        style = style == null ? "raised" : style;
        hole = hole == null ? "yes" : hole;
        colour = colour == null ? Colour.PETROL.name() : colour;
    }

    /** Throws {@link InvalidOptions} with everything that cannot be taken. */
    NameTag read() {
        List<Violation> violations = new ArrayList<>();
        double letter = Numbers.read("letterMm", letterMm, violations);
        double plate = Numbers.read("plateMm", plateMm, violations);
        double relief = Numbers.read("reliefMm", reliefMm, violations);
        try {
            var tag = new NameTag(
                    String.valueOf(text),
                    or(letter, NameTag.LEAST_LETTER_MM),
                    or(plate, NameTag.MOST_PLATE_MM),
                    or(relief, NameTag.LEAST_RELIEF_MM),
                    "engraved".equals(style),
                    "yes".equals(hole));
            if (violations.isEmpty()) {
                return tag;
            }
        } catch (InvalidOptions refused) {
            violations.addAll(refused.violations());
        }
        throw new InvalidOptions(violations);
    }

    public Colour chosenColour() {
        for (Colour known : Colour.values()) {
            if (known.name().equals(colour)) {
                return known;
            }
        }
        return Colour.PETROL;
    }

    /** As the part of an address behind the question mark. */
    public String query() {
        return Numbers.query(Map.of(
                "text", String.valueOf(text),
                "letterMm", String.valueOf(letterMm),
                "plateMm", String.valueOf(plateMm),
                "reliefMm", String.valueOf(reliefMm),
                "style", String.valueOf(style),
                "hole", String.valueOf(hole)));
    }

    /** What could not be read has its violation already and must not get another. */
    private static double or(double value, double otherwise) {
        return Double.isNaN(value) ? otherwise : value;
    }
}
