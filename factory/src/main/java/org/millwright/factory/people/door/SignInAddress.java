package org.millwright.factory.people.door;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where one signs in, and where one goes on to afterwards. */
public final class SignInAddress {
    public static final String PATH = "/sign-in";

    /** A path of ours: one slash and no host after it, nothing that a browser reads as another one. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?:[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");

    private SignInAddress() {}

    /** The page to sign in on that leads on to the given path. */
    public static String leadingTo(String path) {
        return PATH + "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** Path and query of a page's whole address, as in a {@code Referer} header; the start page when it cannot be read. */
    public static String ownPathOf(@Nullable String address) {
        try {
            URI page = URI.create(Objects.requireNonNullElse(address, "/"));
            return own(page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery());
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }

    /** The path when it is one of ours, so that no link to our sign-in leads elsewhere; else the start page. */
    public static String own(@Nullable String path) {
        return path != null && path.length() <= 2000 && OWN_PATH.matcher(path).matches() ? path : "/";
    }
}
