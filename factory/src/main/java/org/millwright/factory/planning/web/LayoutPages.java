package org.millwright.factory.planning.web;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.layout.LiveLayout;
import org.millwright.factory.planning.layout.LiveLayouts;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The layout of one plate or sheet beside a denser one that is being looked for. */
@Controller
@AllowedFor(Role.PLANNER)
class LayoutPages {
    private final Pages pages;
    private final LiveLayouts layouts;

    LayoutPages(Pages pages, LiveLayouts layouts) {
        this.pages = pages;
        this.layouts = layouts;
    }

    @GetMapping("/builds/{id}/layout")
    ResponseEntity<String> layout(@PathVariable UUID id, Locale locale) {
        LiveLayout layout = layouts.look(new BuildId(id));
        return pages.render("board/layout.jte", "board", layout.build().number(), locale, Map.of("layout", layout));
    }

    /** What changes while it is looked for, as a part of the page. */
    @GetMapping("/builds/{id}/layout/live")
    ResponseEntity<String> live(@PathVariable UUID id, Locale locale) {
        return pages.renderPart("board/layoutLive.jte", locale, Map.of("layout", layouts.look(new BuildId(id))));
    }

    /** @param pin units that stay where they are */
    @PostMapping("/builds/{id}/layout/start")
    ResponseEntity<Void> start(@PathVariable UUID id, @RequestParam(required = false) @Nullable List<UUID> pin) {
        Set<UnitId> pinned = new HashSet<>();
        if (pin != null) {
            pin.forEach(unit -> pinned.add(new UnitId(unit)));
        }
        layouts.start(new BuildId(id), pinned);
        return Pages.seeOther("/builds/" + id + "/layout");
    }

    @PostMapping("/builds/{id}/layout/stop")
    ResponseEntity<Void> stop(@PathVariable UUID id) {
        layouts.stop(new BuildId(id));
        return Pages.seeOther("/builds/" + id + "/layout");
    }

    @PostMapping("/builds/{id}/layout/adopt")
    ResponseEntity<Void> adopt(@PathVariable UUID id, @RequestParam long seen) {
        BuildId adopted = layouts.adopt(new BuildId(id), seen, pages.actor());
        return Pages.seeOther("/builds/" + adopted);
    }
}
