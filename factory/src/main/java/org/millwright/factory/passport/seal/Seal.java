package org.millwright.factory.passport.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A detached JSON Web Signature (RFC 7515 appendix F, RFC 7797 unencoded payload) with Ed25519 (RFC 8037) over the canonical
 * form of the document without its {@code proof}. The public key travels in the protected header.
 */
public final class Seal {
    /** The value of {@code proof.type}. */
    public static final String TYPE = "DetachedJws";

    private Seal() {}

    /** The document with its proof, in canonical form: the passport as it is given out. */
    public static String sign(Map<String, Object> document, PrivateKey key, PublicKeyText publicKey) {
        Map<String, Object> header = Map.of(
                "alg", "EdDSA",
                "b64", false,
                "crit", List.of("b64"),
                "kid", publicKey.fingerprint(),
                "jwk", publicKey.jwk());
        String protectedHeader = encode(CanonicalForm.write(header).getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(signingInput(protectedHeader, document));
            Map<String, Object> signed = new TreeMap<>(document);
            signed.put("proof", Map.of("type", TYPE, "jws", protectedHeader + ".." + encode(signature.sign())));
            return CanonicalForm.write(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The passport could not be signed.", e);
        }
    }

    /** Whether the signature belongs to this document, this header and this key. */
    static boolean verify(
            Map<String, Object> document, String protectedHeader, byte[] signatureBytes, PublicKeyText publicKey) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(publicKey.toKey());
            signature.update(signingInput(protectedHeader, document));
            return signature.verify(signatureBytes);
        } catch (GeneralSecurityException e) {
            // A signature or a key that is not even well-formed is a wrong signature.
            return false;
        }
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] signingInput(String protectedHeader, Map<String, Object> document) {
        Map<String, Object> payload = new TreeMap<>(document);
        payload.remove("proof");
        var input = new ByteArrayOutputStream();
        input.writeBytes(protectedHeader.getBytes(StandardCharsets.US_ASCII));
        input.write('.');
        input.writeBytes(CanonicalForm.write(payload).getBytes(StandardCharsets.UTF_8));
        return input.toByteArray();
    }
}
