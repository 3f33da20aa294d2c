package org.millwright.factory.passport;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Whether a passport is as its maker signed it.
 *
 * @param valid true only when nothing is wrong
 * @param faults what is wrong, as names whose words are {@code passport.fault.<name>}
 * @param detail more on the first fault, from the program that read the file; may be empty
 * @param serial of the unit; null when it cannot be read
 * @param product what it is; null when it cannot be read
 * @param maker who signed it by their own account; null when it cannot be read
 * @param keyFingerprint of the key that signed it (RFC 7638); null when it cannot be read
 * @param keyKnown whether the key is among those that were given as trusted
 */
public record Verification(
        boolean valid,
        List<String> faults,
        String detail,
        @Nullable String serial,
        @Nullable String product,
        @Nullable String maker,
        @Nullable String keyFingerprint,
        boolean keyKnown) {
    public Verification {
        faults = List.copyOf(faults);
    }

    /** The result in English, several lines. */
    public String words() {
        return words(Locale.ENGLISH);
    }

    /** The result for people, several lines. */
    public String words(Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "messages/passport",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var words = new StringBuilder(texts.getString(valid ? "passport.verify.valid" : "passport.verify.invalid"));
        faults.forEach(fault -> words.append("\n  ").append(texts.getString("passport.fault." + fault)));
        if (!detail.isEmpty()) {
            words.append("\n  ").append(detail);
        }
        append(words, texts, "passport.verify.product", product);
        append(words, texts, "passport.verify.serial", serial);
        append(words, texts, "passport.verify.maker", maker);
        append(words, texts, "passport.verify.key", keyFingerprint);
        if (valid && !keyKnown) {
            words.append("\n").append(texts.getString("passport.verify.compare"));
        }
        return words.toString();
    }

    private static void append(StringBuilder words, ResourceBundle texts, String key, @Nullable String value) {
        if (value != null) {
            words.append("\n").append(texts.getString(key)).append(' ').append(value);
        }
    }
}
