package org.millwright.factory.platform.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.search.SearchSource.Hit;
import org.millwright.factory.platform.web.viewer.Viewer;
import org.springframework.stereotype.Component;

/** Asks all sources and puts the very thing that was scanned first. */
@Component
public class Search {
    private static final int MOST_CHARACTERS = 200;
    /** What the code on a unit's label leads to. */
    private static final Pattern PASSPORT = Pattern.compile("^https?://.*/passport/21/([^/?#]+).*$");

    private final List<SearchSource> sources;

    Search(List<SearchSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * What fits to the words, exact codes first, then titles that begin with the words.
     *
     * @param typed words, or a code from a scanner, also a whole passport address
     * @param mostEach most hits of each source
     */
    public List<Hit> find(FactoryId factory, String typed, Viewer viewer, int mostEach) {
        String words = words(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        var question = new SearchSource.Question(factory, words, viewer, mostEach);
        List<Hit> hits = new ArrayList<>();
        sources.forEach(source -> hits.addAll(source.find(question)));
        String lower = words.toLowerCase(Locale.ROOT);
        hits.sort(Comparator.comparing((Hit hit) -> !hit.exact())
                .thenComparing(hit -> !hit.title().toLowerCase(Locale.ROOT).startsWith(lower)));
        return List.copyOf(hits);
    }

    private static String words(String typed) {
        String words = typed.strip();
        if (words.length() > MOST_CHARACTERS) {
            words = words.substring(0, MOST_CHARACTERS);
        }
        Matcher passport = PASSPORT.matcher(words);
        return passport.matches() ? passport.group(1) : words;
    }
}
