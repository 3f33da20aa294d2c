package org.millwright.factory.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The page of ours that a request comes from. */
public final class CameFrom {
    private CameFrom() {}

    /** Its path and query; nothing when the browser names none, or one of another site. */
    public static @Nullable String path(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        String host = request.getHeader(HttpHeaders.HOST);
        for (String scheme : new String[] {"http://", "https://"}) {
            if (referer != null && host != null && referer.startsWith(scheme + host + "/")) {
                return referer.substring(scheme.length() + host.length());
            }
        }
        return null;
    }
}
