package org.millwright.factory.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
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

    /** Sends the reader back to where they changed it. */
    @PostMapping("/time-lapse")
    ResponseEntity<Void> speed(@RequestParam double speed, HttpServletRequest request) {
        clock.setSpeed(speed);
        changes.announce(List.of(Changes.FLOOR));
        return Pages.seeOther(Objects.requireNonNullElse(CameFrom.path(request), "/"));
    }
}
