package org.millwright.factory.platform.web;

import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.live.LiveStream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of server-sent events that every page listens to. */
@Controller
@OpenToAll
class LivePages {
    private final LiveStream stream;

    LivePages(LiveStream stream) {
        this.stream = stream;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> live() {
        SseEmitter reader = stream.open();
        return reader == null
                ? ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build()
                : ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .cacheControl(CacheControl.noStore())
                        .body(reader);
    }
}
