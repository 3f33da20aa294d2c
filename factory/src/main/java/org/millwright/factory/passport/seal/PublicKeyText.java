package org.millwright.factory.passport.seal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * An Ed25519 public key in the forms others know it by.
 *
 * @param x the 32 bytes of the key in base64url, as a JSON Web Key has them (RFC 8037)
 */
public record PublicKeyText(String x) {
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /** @throws IllegalArgumentException when it is no base64url of exactly 32 bytes */
    public PublicKeyText {
        byte[] raw = Base64.getUrlDecoder().decode(x);
        if (raw.length != 32 || !encode(raw).equals(x)) {
            throw new IllegalArgumentException("An Ed25519 key has 32 bytes in base64url, got '%s'.".formatted(x));
        }
    }

    static PublicKeyText of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new PublicKeyText(encode(Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length)));
    }

    PublicKey toKey() throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + 32);
        System.arraycopy(raw(), 0, encoded, X509_PREFIX.length, 32);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** As a JSON Web Key (RFC 8037). */
    public Map<String, Object> jwk() {
        return Map.of("kty", "OKP", "crv", "Ed25519", "x", x);
    }

    /** The JWK thumbprint (RFC 7638): SHA-256 in base64url, what people compare to know a maker's key. */
    public String fingerprint() {
        try {
            byte[] canonical = CanonicalForm.write(jwk()).getBytes(StandardCharsets.UTF_8);
            return encode(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** As a decentralised identifier that is the key itself: multicodec 0xed01 in base58btc (did:key). */
    public String did() {
        byte[] bytes = new byte[34];
        bytes[0] = (byte) 0xed;
        bytes[1] = 0x01;
        System.arraycopy(raw(), 0, bytes, 2, 32);
        var text = new StringBuilder();
        BigInteger rest = new BigInteger(1, bytes);
        BigInteger radix = BigInteger.valueOf(58);
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(radix);
            text.append(BASE58.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return "did:key:z" + text.reverse();
    }

    private byte[] raw() {
        return Base64.getUrlDecoder().decode(x);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
