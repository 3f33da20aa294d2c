package org.millwright.factory.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.web.viewer.CurrentViewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads the frame from the request that is being answered. */
@Component
public class Frames {
    /** Sent by pages of ours that want only the content of another. */
    public static final String PART = "Millwright-Part";

    private static final Set<String> THEMES = Set.of("light", "dark");

    /** Not there while commands run without web server. */
    private final ObjectProvider<HttpServletRequest> requests;

    private final CurrentViewer viewer;
    private final FactoryClock clock;

    Frames(ObjectProvider<HttpServletRequest> requests, CurrentViewer viewer, FactoryClock clock) {
        this.requests = requests;
        this.viewer = viewer;
        this.clock = clock;
    }

    public Frame get() {
        HttpServletRequest request = requests.getObject();
        return new Frame(
                viewer.get(),
                viewer.formToken(),
                theme(request),
                request.getHeader(PART) != null,
                clock.timeLapse(),
                SeenMark.of(request));
    }

    private static String theme(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals("theme") && THEMES.contains(cookie.getValue())) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }
}
