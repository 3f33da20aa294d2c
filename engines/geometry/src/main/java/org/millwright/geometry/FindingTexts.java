package org.millwright.geometry;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * The words for findings, from message bundles with the keys {@code finding.<check>.message} and
 * {@code finding.<check>.hint}. A gap in a text is a name in braces: {@code {value}} and {@code {limit}} stand for the
 * finding's own lengths in millimetres, {@code {x}}, {@code {y}}, {@code {z}} for its place, other names for its
 * arguments. Numbers are written in the language asked for, with two decimals at most.
 */
public final class FindingTexts {
    private static final String OWN_BUNDLE = "org.millwright.geometry.findings";

    private final List<ResourceBundle> bundles;

    private FindingTexts(List<ResourceBundle> bundles) {
        this.bundles = bundles;
    }

    /** Texts from the given bundles, the first that has a key wins; this engine's own findings need not be among them. */
    public static FindingTexts of(ResourceBundle... bundles) {
        return new FindingTexts(List.of(bundles));
    }

    /** What was found. Throws {@link IllegalArgumentException} when no bundle has words for the check. */
    public String message(Finding finding, Locale locale) {
        return text(finding, "message", locale);
    }

    /** What to do about it. Throws {@link IllegalArgumentException} when no bundle has words for the check. */
    public String hint(Finding finding, Locale locale) {
        return text(finding, "hint", locale);
    }

    private String text(Finding finding, String part, Locale locale) {
        return filled(pattern("finding.%s.%s".formatted(finding.check(), part), locale), finding, locale);
    }

    private String pattern(String key, Locale locale) {
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(key)) {
                return bundle.getString(key);
            }
        }
        ResourceBundle own = ResourceBundle.getBundle(
                OWN_BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
        if (own.containsKey(key)) {
            return own.getString(key);
        }
        throw new IllegalArgumentException("No message bundle has the key %s.".formatted(key));
    }

    private static String filled(String pattern, Finding finding, Locale locale) {
        var filled = new StringBuilder();
        int at = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
            int close = pattern.indexOf('}', open);
            if (close < 0) {
                break;
            }
            filled.append(pattern, at, open);
            filled.append(gap(pattern.substring(open + 1, close), finding, locale));
            at = close + 1;
        }
        return filled.append(pattern.substring(at)).toString();
    }

    private static String gap(String name, Finding finding, Locale locale) {
        Map<String, Object> arguments = finding.arguments();
        Object value = arguments.get(name);
        if (value == null) {
            value = switch (name) {
                case "value" -> finding.valueMm();
                case "limit" -> finding.limitMm();
                case "x" ->
                    finding.at() == null ? null : Double.valueOf(finding.at().x());
                case "y" ->
                    finding.at() == null ? null : Double.valueOf(finding.at().y());
                case "z" ->
                    finding.at() == null ? null : Double.valueOf(finding.at().z());
                default -> null;
            };
        }
        if (value instanceof Number number) {
            NumberFormat format = NumberFormat.getInstance(locale);
            format.setMaximumFractionDigits(2);
            return format.format(number);
        }
        return value == null ? "{" + name + "}" : value.toString();
    }
}
