package org.millwright.factory.platform.web;

import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.live.LiveStream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of server-sent events that every page listens to. */
@Controller
@OpenToAll
class LivePages {
    private final LiveStream stream;

    LivePages(LiveStream stream) {
        this.stream = stream;
    }

    /** {@code since} is the mark of the page that asks; a browser that lost the stream knows a newer one. */
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> live(
            @RequestParam(defaultValue = "") String since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String latest) {
        SseEmitter reader = stream.open(latest == null ? since : latest);
        return reader == null
                ? ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build()
                : ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .cacheControl(CacheControl.noStore())
                        .body(reader);
    }
}
