package org.millwright.factory.planning.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.identity.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pictures of plates and sheets; they never change. */
@Controller
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
class PlatePictures {
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final WorkOrders workOrders;

    PlatePictures(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    @GetMapping("/builds/{id}/plate.svg")
    ResponseEntity<String> picture(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .contentType(SVG)
                .body(workOrders.plate(new BuildId(id)).svg());
    }
}
