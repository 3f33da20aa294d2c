package org.millwright.factory.platform.text;

import java.util.Locale;
import java.util.ResourceBundle;
import org.millwright.geometry.Finding;
import org.millwright.geometry.FindingTexts;

/** The words for findings of the geometry engine and of all processes. */
public final class FindingWords {
    private static final String PROCESSES = "org.millwright.processes.findings";
    private static final ResourceBundle.Control NO_SYSTEM_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private FindingWords() {}

    public static String message(Finding finding, Locale locale) {
        return texts(locale).message(finding, locale);
    }

    public static String hint(Finding finding, Locale locale) {
        return texts(locale).hint(finding, locale);
    }

    private static FindingTexts texts(Locale locale) {
        return FindingTexts.of(
                ResourceBundle.getBundle(PROCESSES, locale, FindingWords.class.getClassLoader(), NO_SYSTEM_LOCALE));
    }
}
