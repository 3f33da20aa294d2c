package org.millwright.factory.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No text is missing in a language, none has other gaps than the English one, and none is left over. A text is used when
 * its key stands in the program, or when the program joins the key's beginning to a word that stands elsewhere in it.
 */
class MessagesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TRANSLATED = Pattern.compile("(.+)_([a-z]{2})\\.properties");
    private static final Pattern GAP = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");

    /** Words of the web's own that stand in no program of ours. */
    private static final Pattern OF_THE_WEB = Pattern.compile("problem\\.(http-.*|title\\..*)");

    @Test
    void aLanguageHasEveryTextOrNone() throws IOException {
        var bundles = bundles();
        Set<String> languages = bundles.keySet().stream()
                .map(path -> TRANSLATED.matcher(path.toString()))
                .filter(java.util.regex.Matcher::matches)
                .map(translated -> translated.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        var missing = new ArrayList<String>();
        for (String language : languages) {
            for (Map.Entry<Path, Map<String, String>> bundle : bundles.entrySet()) {
                if (!TRANSLATED.matcher(bundle.getKey().toString()).matches()) {
                    Path translation = translation(bundle.getKey(), language);
                    var keys = new TreeSet<>(bundle.getValue().keySet());
                    keys.removeAll(bundles.getOrDefault(translation, Map.of()).keySet());
                    keys.forEach(key -> missing.add(translation.getFileName() + " lacks " + key));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void aTranslationTranslatesOnlyWhatIsThereAndHasTheSameGaps() throws IOException {
        var bundles = bundles();
        var wrong = new ArrayList<String>();
        bundles.forEach((path, texts) -> {
            var translated = TRANSLATED.matcher(path.toString());
            if (translated.matches()) {
                Map<String, String> english =
                        bundles.getOrDefault(Path.of(translated.group(1) + ".properties"), Map.of());
                texts.forEach((key, text) -> {
                    if (!english.containsKey(key)) {
                        wrong.add(path.getFileName() + " has " + key + ", which no English text has");
                    } else if (!gaps(text).equals(gaps(String.valueOf(english.get(key))))) {
                        wrong.add(path.getFileName() + " has other gaps in " + key);
                    }
                });
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTextIsUsed() throws IOException {
        String program = program();
        Set<String> words = Pattern.compile("[A-Za-z0-9_-]+")
                .matcher(program)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        var unused = new TreeSet<String>();
        for (Map.Entry<Path, Map<String, String>> bundle : bundles().entrySet()) {
            String name = bundle.getKey().toString();
            if (name.contains("factory") && !TRANSLATED.matcher(name).matches()) {
                bundle.getValue().keySet().stream()
                        .filter(key -> !isUsed(key, program, words))
                        .forEach(key -> unused.add(bundle.getKey().getFileName() + " " + key));
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void aTextThatNobodyAsksForWouldBeFound() {
        assertThat(isUsed("signIn.title", "pages.text(\"signIn.title\")", Set.of()))
                .isTrue();
        assertThat(isUsed("role.OWNER", "page.text(\"role.\" + role.name())", Set.of("OWNER")))
                .isTrue();
        assertThat(isUsed("role.KING", "page.text(\"role.\" + role.name())", Set.of("OWNER")))
                .isFalse();
        assertThat(isUsed("problem.too-late.hint", "Problem.of(CONFLICT, \"too-late\")", Set.of()))
                .isTrue();
        assertThat(isUsed("problem.too-soon.hint", "Problem.of(CONFLICT, \"too-late\")", Set.of("too-soon")))
                .isFalse();
    }

    private static boolean isUsed(String key, String program, Set<String> words) {
        if (program.contains("\"" + key + "\"") || OF_THE_WEB.matcher(key).matches()) {
            return true;
        }
        String[] parts = key.split("\\.");
        if (parts[0].equals("problem")) {
            return program.contains("\"" + parts[1] + "\"");
        }
        for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
            String ending = key.substring(dot + 1);
            // A third part, as in finding.<check>.message, is joined to it in its turn.
            String word = ending.contains(".") ? ending.substring(0, ending.indexOf('.')) : ending;
            if (program.contains("\"" + key.substring(0, dot + 1) + "\"") && isThere(word, words)) {
                return true;
            }
        }
        return false;
    }

    /** As it stands, or as the constant it is made from. */
    private static boolean isThere(String word, Set<String> words) {
        return words.contains(word)
                || words.contains(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(gap -> gap.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path translation(Path english, String language) {
        String name = english.toString();
        return Path.of(name.substring(0, name.length() - ".properties".length()) + "_" + language + ".properties");
    }

    /** All message bundles of the product: those of the stages, the processes and the engines. */
    private static Map<Path, Map<String, String>> bundles() throws IOException {
        var bundles = new TreeMap<Path, Map<String, String>>();
        for (Path file : files(".properties")) {
            boolean texts = file.toString().contains("messages/")
                    || file.toString().matches(".*/(findings|words)(_[a-z]{2})?\\.properties");
            if (texts) {
                var properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                var map = new TreeMap<String, String>();
                properties.forEach((key, text) -> map.put(key.toString(), text.toString()));
                bundles.put(file, map);
            }
        }
        return bundles;
    }

    private static String program() throws IOException {
        return Stream.of(".java", ".jte", ".js", ".json", ".csv")
                .flatMap(ending -> files(ending).stream())
                .map(MessagesTest::read)
                .collect(Collectors.joining("\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String ending) {
        return Stream.of("factory", "processes", "machines", "engines/geometry", "engines/scheduling")
                .map(module -> ROOT.resolve(module).resolve("src/main"))
                .flatMap(MessagesTest::walk)
                .filter(file -> file.toString().endsWith(ending))
                .sorted()
                .toList();
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
