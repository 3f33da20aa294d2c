package org.millwright.factory.platform.text;

import java.util.Locale;
import java.util.ResourceBundle;
import org.millwright.geometry.Finding;
import org.millwright.geometry.FindingTexts;

/** The words for findings of the geometry engine, of all processes, and of the factory itself. */
public final class FindingWords {
    private static final String PROCESSES = "org.millwright.processes.findings";
    private static final ResourceBundle.Control NO_SYSTEM_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private FindingWords() {}

    public static String message(Finding finding, Locale locale) {
        return isOfTheFactory(finding)
                ? own(finding, "message", locale)
                : texts(locale).message(finding, locale);
    }

    public static String hint(Finding finding, Locale locale) {
        return isOfTheFactory(finding)
                ? own(finding, "hint", locale)
                : texts(locale).hint(finding, locale);
    }

    /** Some findings are no matter of a process, but of what this factory has. */
    private static boolean isOfTheFactory(Finding finding) {
        return Texts.bundled().has("finding." + finding.check() + ".message");
    }

    private static String own(Finding finding, String part, Locale locale) {
        return Texts.bundled().text("finding." + finding.check() + "." + part, finding.arguments(), locale);
    }

    private static FindingTexts texts(Locale locale) {
        return FindingTexts.of(
                ResourceBundle.getBundle(PROCESSES, locale, FindingWords.class.getClassLoader(), NO_SYSTEM_LOCALE));
    }
}
