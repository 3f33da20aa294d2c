package org.millwright.factory.passport.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.millwright.factory.platform.text.Texts;

/** Words for the short names in documents: steps, characteristics, roles, times. */
record Words(Texts texts, Locale locale) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    String text(String key) {
        return texts.text(key, Map.of(), locale);
    }

    String step(String name) {
        return named("step." + name, name);
    }

    String characteristic(String name) {
        return named("characteristic." + name, name);
    }

    String role(String role, boolean simulated) {
        String words = role.isEmpty() ? "" : named("passport.role." + role, role);
        return simulated ? words + (words.isEmpty() ? "" : " ") + "(" + text("passport.simulated") + ")" : words;
    }

    String time(String instant) {
        return instant.isEmpty() ? "" : TIME.format(Instant.parse(instant));
    }

    /** From the application's own texts, else those of the processes, else the name itself made readable. */
    private String named(String key, String name) {
        if (texts.has(key)) {
            return text(key);
        }
        try {
            return ResourceBundle.getBundle("org.millwright.processes.words", locale)
                    .getString(key);
        } catch (MissingResourceException e) {
            String words = name.replace('-', ' ');
            return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(locale) + words.substring(1);
        }
    }
}
