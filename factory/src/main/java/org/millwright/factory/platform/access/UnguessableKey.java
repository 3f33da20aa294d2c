package org.millwright.factory.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A key that opens something for whoever has it: 192 random bits as text that fits into addresses and cookies. The
 * database keeps only its hash, so whoever reads the database cannot use it.
 */
public record UnguessableKey(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    public static UnguessableKey next() {
        return next("");
    }

    /** With a beginning that tells what it opens. */
    public static UnguessableKey next(String prefix) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new UnguessableKey(
                prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256; a slow hash is not needed where nobody can guess. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /** Not the key itself, so that no log shows it. */
    @Override
    public String toString() {
        return "UnguessableKey[hidden]";
    }
}
