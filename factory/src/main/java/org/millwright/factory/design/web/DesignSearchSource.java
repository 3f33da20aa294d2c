package org.millwright.factory.design.web;

import java.util.List;
import java.util.Locale;
import org.millwright.factory.design.Designs;
import org.millwright.factory.platform.search.SearchSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds parts by file name and number, for those who work here. */
@Component
@Order(4)
class DesignSearchSource implements SearchSource {
    private final Designs designs;

    DesignSearchSource(Designs designs) {
        this.designs = designs;
    }

    @Override
    public List<Hit> find(Question question) {
        if (!question.viewer().isStaff()) {
            return List.of();
        }
        String words = question.words().toLowerCase(Locale.ROOT);
        return designs.listDesigns(question.factory()).stream()
                .filter(design -> design.fileName().toLowerCase(Locale.ROOT).contains(words)
                        || design.number().equalsIgnoreCase(words))
                .limit(question.most())
                .map(design -> new Hit(
                        "/designs/" + design.id(),
                        design.fileName(),
                        design.number(),
                        "kind.part",
                        "shop",
                        design.number().equalsIgnoreCase(words)))
                .toList();
    }
}
