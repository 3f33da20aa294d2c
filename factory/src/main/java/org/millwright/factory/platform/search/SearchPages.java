package org.millwright.factory.platform.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.search.SearchSource.Hit;
import org.millwright.factory.platform.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The search: a list for the dialog of every page, and a page of its own without script. */
@Controller
@AllowedFor({Role.BUYER, Role.OPERATOR, Role.PLANNER, Role.QUALITY})
class SearchPages {
    private static final int MOST_IN_DIALOG = 5;
    private static final int MOST_ON_PAGE = 25;

    private final Pages pages;
    private final Search search;

    SearchPages(Pages pages, Search search) {
        this.pages = pages;
        this.search = search;
    }

    @GetMapping("/search")
    ResponseEntity<String> search(
            @RequestParam(defaultValue = "") String q,
            @RequestHeader(name = "Millwright-Part", required = false) @Nullable String part,
            Locale locale) {
        boolean dialog = "search".equals(part);
        List<Hit> hits = search.find(pages.factory(), q, pages.viewer(), dialog ? MOST_IN_DIALOG : MOST_ON_PAGE);
        Map<String, Object> parameters = Map.of("hits", hits, "words", q.strip());
        return dialog
                ? pages.renderPart("search/hits.jte", locale, parameters)
                : pages.render("search/search.jte", "", pages.text("page.search", locale), locale, parameters);
    }
}
