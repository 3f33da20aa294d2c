package org.millwright.factory.platform.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The texts of all bundles {@code messages/<module>.properties}, with gaps such as {@code {name}}.
 * Translations lie beside them as {@code messages/<module>_de.properties}; a text that a translation lacks is English.
 */
public final class Texts {
    private static final Pattern GAP = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");
    private static final ResourceBundle.Control NO_SYSTEM_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Map<String, String> bundleOfKey = new HashMap<>();

    private Texts(List<String> bundles) {
        for (String bundle : bundles) {
            for (String key : bundle(bundle, Locale.ROOT).keySet()) {
                String other = bundleOfKey.put(key, bundle);
                if (other != null) {
                    throw new IllegalStateException("The text \"%s\" stands in both %s and %s.%nMaybe rename one."
                            .formatted(key, other, bundle));
                }
            }
        }
    }

    /** All texts on the class path, read once. */
    public static Texts bundled() {
        return Bundled.TEXTS;
    }

    /**
     * The text in the wanted language with its gaps filled.
     *
     * @throws IllegalStateException when no bundle has the key, or a gap has no argument
     */
    public String text(String key, Map<String, ?> args, Locale locale) {
        String bundle = bundleOfKey.get(key);
        if (bundle == null) {
            throw new IllegalStateException(
                    "No message bundle has the text \"%s\".%nMaybe add it to the messages of its module."
                            .formatted(key));
        }
        Matcher gaps = GAP.matcher(bundle(bundle, locale).getString(key));
        var filled = new StringBuilder();
        while (gaps.find()) {
            Object value = args.get(gaps.group(1));
            if (value == null) {
                throw new IllegalStateException("The text \"%s\" has the gap {%s}, but the arguments are %s."
                        .formatted(key, gaps.group(1), args.keySet()));
            }
            gaps.appendReplacement(
                    filled,
                    Matcher.quoteReplacement(value instanceof Saying said ? said.in(locale) : value.toString()));
        }
        return gaps.appendTail(filled).toString();
    }

    /** The text in the wanted language with its gaps unfilled. Throws {@link IllegalStateException} when no bundle has the key. */
    public String raw(String key, Locale locale) {
        String bundle = bundleOfKey.get(key);
        if (bundle == null) {
            throw new IllegalStateException("No message bundle has the text \"%s\".".formatted(key));
        }
        return bundle(bundle, locale).getString(key);
    }

    public boolean has(String key) {
        return bundleOfKey.containsKey(key);
    }

    /** The keys of all texts. */
    public Set<String> keys() {
        return Set.copyOf(bundleOfKey.keySet());
    }

    private static ResourceBundle bundle(String name, Locale locale) throws MissingResourceException {
        return ResourceBundle.getBundle("messages/" + name, locale, Texts.class.getClassLoader(), NO_SYSTEM_LOCALE);
    }

    private static final class Bundled {
        static final Texts TEXTS = new Texts(listBundles());

        private static List<String> listBundles() {
            var names = new ArrayList<String>();
            try {
                var resolver = new PathMatchingResourcePatternResolver(Texts.class.getClassLoader());
                for (var resource : resolver.getResources("classpath*:messages/*.properties")) {
                    String file = String.valueOf(resource.getFilename());
                    if (!file.contains("_")) {
                        names.add(file.substring(0, file.length() - ".properties".length()));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return names;
        }
    }
}
