package org.millwright.factory.webhooks.sending;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header {@code Millwright-Signature}: {@code t=<seconds since 1970>,v1=<hex>}, where hex is the HMAC-SHA256
 * (RFC 2104) of the time, a point and the body, with the endpoint's secret as key. A receiver computes it anew, compares,
 * and refuses what is older than it likes, so that nobody can send an old message again.
 */
public final class Signature {
    /** Name of the header. */
    public static final String HEADER = "Millwright-Signature";

    private Signature() {}

    public static String of(String secret, Instant at, String body) {
        long seconds = at.getEpochSecond();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] code = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=%d,v1=%s".formatted(seconds, HexFormat.of().formatHex(code));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA256.", impossible);
        }
    }
}
