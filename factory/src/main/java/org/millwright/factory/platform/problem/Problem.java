package org.millwright.factory.platform.problem;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.text.Texts;

/**
 * A request that cannot be fulfilled: what is wrong ({@code detail}) and the way out ({@code hint}). The texts are
 * {@code problem.<code>.detail} and {@code problem.<code>.hint} of a module's message bundle.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;
    private final transient Map<String, Object> args;

    private Problem(Kind kind, String code, Map<String, Object> args, @Nullable Throwable cause) {
        super(
                text(code, "detail", args, Locale.ENGLISH)
                        + System.lineSeparator()
                        + text(code, "hint", args, Locale.ENGLISH),
                cause);
        this.kind = kind;
        this.code = code;
        this.args = Map.copyOf(args);
    }

    /** Whose fault it is and what may be tried, with the HTTP status that says the same. */
    public enum Kind {
        /** The request itself is wrong. */
        INVALID(400),
        /** Somebody unknown asks for what is not for everybody. */
        NOT_SIGNED_IN(401),
        NOT_ALLOWED(403),
        NOT_FOUND(404),
        /** Somebody else changed or holds the thing. */
        CONFLICT(409),
        /** The request is understood and the answer is no. */
        REFUSED(422),
        /** Asked too often. */
        TOO_MANY(429),
        /** It may work later. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /**
     * @param code kebab-case name of the problem; its two texts must exist
     * @param args what the gaps of the texts are filled with
     */
    public static Problem of(Kind kind, String code, Map<String, Object> args) {
        return new Problem(kind, code, args, null);
    }

    /** The same with the exception that led to it, for the log. */
    public static Problem of(Kind kind, String code, Map<String, Object> args, Throwable cause) {
        return new Problem(kind, code, args, cause);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> args() {
        return args;
    }

    public String detail() {
        return detail(Locale.ENGLISH);
    }

    public String detail(Locale locale) {
        return text(code, "detail", args, locale);
    }

    public String hint() {
        return hint(Locale.ENGLISH);
    }

    public String hint(Locale locale) {
        return text(code, "hint", args, locale);
    }

    private static String text(String code, String part, Map<String, Object> args, Locale locale) {
        return Texts.bundled().text("problem." + code + "." + part, args, locale);
    }
}
