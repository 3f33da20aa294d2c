package org.millwright.factory.platform.web;

import org.millwright.factory.platform.access.OpenToAll;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the bare address leads. */
@Controller
@OpenToAll
class StartPages {
    @GetMapping("/")
    ResponseEntity<Void> start() {
        return Pages.seeOther("/shop");
    }
}
