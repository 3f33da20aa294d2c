package org.millwright.factory.people;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Encodes, checks and generates passwords. The algorithm's name is kept with each, so it can change over time. */
@Component
class Passwords {
    private static final int LEAST_CHARACTERS = 10;
    /** What bcrypt takes into account. */
    private static final int MOST_BYTES = 72;

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private volatile @Nullable String someEncoded;

    Passwords() {}

    /** Throws {@link Problem} for one that is too short, too long, or the login itself. */
    String encode(String password, String login) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        boolean asLogin = password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT));
        boolean oneLetter = password.codePoints().distinct().count() < 4;
        if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS
                || bytes > MOST_BYTES
                || asLogin
                || oneLetter) {
            throw Problem.of(
                    Problem.Kind.INVALID, "password-weak", Map.of("least", LEAST_CHARACTERS, "most", MOST_BYTES));
        }
        return encode(password);
    }

    /** Takes the same time whether there is such an account or not, so that nobody learns which there are. */
    boolean matches(String typed, @Nullable String encoded) {
        if (typed.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return false;
        }
        if (encoded == null) {
            String other = someEncoded;
            if (other == null) {
                other = encode(generate());
                someEncoded = other;
            }
            encoder.matches(typed, other);
            return false;
        }
        return encoder.matches(typed, encoded);
    }

    /** Four groups of four letters and digits that are not mistaken for each other; 79 bits. */
    static String generate() {
        var text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private String encode(String password) {
        return String.valueOf(encoder.encode(password));
    }
}
