package org.millwright.factory.platform.web;

import java.util.List;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.live.Changes;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The control of factory time in the demo. */
@Controller
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
class TimeLapsePages {
    private final FactoryClock clock;
    private final Changes changes;

    TimeLapsePages(FactoryClock clock, Changes changes) {
        this.clock = clock;
        this.changes = changes;
    }

    @PostMapping("/time-lapse")
    ResponseEntity<Void> speed(@RequestParam double speed, @RequestParam(defaultValue = "/") String back) {
        clock.setSpeed(speed);
        changes.announce(List.of(Changes.FLOOR));
        return Pages.seeOther(back.startsWith("/") && !back.startsWith("//") ? back : "/");
    }
}
