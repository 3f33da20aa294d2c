package org.millwright.factory.catalog.nametag;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.millwright.factory.catalog.InvalidOptions;
import org.millwright.factory.catalog.Violation;
import org.millwright.factory.catalog.font.TrueTypeFont;

/**
 * What a buyer chose for a name tag. Lengths in mm.
 *
 * @param text one line, composed (Unicode NFC), without blanks around it
 * @param letterMm height of the capital letters
 * @param plateMm thickness of the plate
 * @param reliefMm how high letters stand out, or how deep they go
 * @param engraved whether letters go into the plate instead of standing on it
 * @param hole whether there is a hole for a ring
 */
public record NameTag(String text, double letterMm, double plateMm, double reliefMm, boolean engraved, boolean hole) {
    public static final int MOST_LETTERS = 24;
    public static final double LEAST_LETTER_MM = 5;
    public static final double MOST_LETTER_MM = 60;
    public static final double LEAST_PLATE_MM = 1.2;
    public static final double MOST_PLATE_MM = 10;
    public static final double LEAST_RELIEF_MM = 0.4;
    public static final double MOST_RELIEF_MM = 5;
    /** What must stay under engraved letters. */
    public static final double LEAST_GROUND_MM = 0.8;

    /** @throws InvalidOptions naming every option that is out of its range */
    public NameTag {
        text = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        List<Violation> violations = new ArrayList<>(textViolations(text));
        Violation.outside("letterMm", letterMm, LEAST_LETTER_MM, MOST_LETTER_MM).ifPresent(violations::add);
        Violation.outside("plateMm", plateMm, LEAST_PLATE_MM, MOST_PLATE_MM).ifPresent(violations::add);
        Violation.outside("reliefMm", reliefMm, LEAST_RELIEF_MM, MOST_RELIEF_MM).ifPresent(violations::add);
        if (engraved && plateMm - reliefMm < LEAST_GROUND_MM) {
            violations.add(new Violation(
                    "reliefMm",
                    "ground",
                    Map.of(
                            "left",
                            Math.max(0, Math.round((plateMm - reliefMm) * 100) / 100.0),
                            "least",
                            LEAST_GROUND_MM)));
        }
        if (!violations.isEmpty()) {
            throw new InvalidOptions(violations);
        }
    }

    private static List<Violation> textViolations(String text) {
        List<Violation> violations = new ArrayList<>();
        int[] letters = text.codePoints().toArray();
        if (letters.length == 0) {
            violations.add(new Violation("text", "text-empty", Map.of()));
        } else if (letters.length > MOST_LETTERS) {
            violations.add(new Violation("text", "text-long", Map.of("letters", letters.length, "most", MOST_LETTERS)));
        }
        Set<Integer> told = new TreeSet<>();
        for (int letter : letters) {
            if (!TrueTypeFont.nunito().has(letter) && told.add(letter)) {
                violations.add(new Violation(
                        "text",
                        rightToLeft(letter) ? "text-direction" : "text-letter",
                        Map.of(
                                "letter",
                                Character.toString(letter),
                                "name",
                                String.valueOf(Character.getName(letter)))));
            }
        }
        return violations;
    }

    private static boolean rightToLeft(int letter) {
        byte direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
