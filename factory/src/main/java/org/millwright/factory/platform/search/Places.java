package org.millwright.factory.platform.search;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.text.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Pages and actions by their names. */
@Component
@Order(100)
class Places implements SearchSource {
    /** @param role who may go there; null for everybody */
    private record Place(
            String href, String name, String icon, @Nullable Role role) {
        boolean isOpenTo(Question question) {
            return role == null || question.viewer().is(role);
        }
    }

    private static final List<Place> PLACES = List.of(
            new Place("/shop", "place.shop", "shop", null),
            new Place("/orders", "place.orders", "orders", null),
            new Place("/orders?view=LATE", "place.late", "orders", Role.PLANNER),
            new Place("/board", "place.board", "board", Role.PLANNER),
            new Place("/floor", "place.floor", "floor", Role.OPERATOR),
            new Place("/tasks", "place.tasks", "tasks", Role.OPERATOR),
            new Place("/materials", "place.materials", "materials", Role.OPERATOR),
            new Place("/materials/receive", "place.receive", "box", Role.OPERATOR),
            new Place("/materials/weigh", "place.weigh", "materials", Role.OPERATOR),
            new Place("/quality", "place.quality", "quality", Role.QUALITY),
            new Place("/settings", "place.settings", "settings", Role.OWNER),
            new Place("/settings/machines", "place.machines", "settings", Role.OWNER),
            new Place("/settings/people", "place.people", "settings", Role.OWNER),
            new Place("/settings/hours", "place.hours", "clock", Role.OWNER),
            new Place("/settings/data", "place.data", "download", Role.OWNER));

    private final Texts texts;

    Places(Texts texts) {
        this.texts = texts;
    }

    @Override
    public List<Hit> find(Question question) {
        Locale locale = LocaleContextHolder.getLocale();
        String words = question.words().toLowerCase(locale);
        return PLACES.stream()
                .filter(place -> place.isOpenTo(question))
                .map(place -> new Hit(
                        place.href(),
                        texts.text(place.name(), java.util.Map.of(), locale),
                        "",
                        "kind.place",
                        place.icon(),
                        false))
                .filter(hit -> hit.title().toLowerCase(locale).contains(words))
                .limit(question.most())
                .toList();
    }
}
