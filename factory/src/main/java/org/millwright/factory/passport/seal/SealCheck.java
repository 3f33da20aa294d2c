package org.millwright.factory.passport.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What examining the seal of a document gave.
 *
 * @param document the document; null when the text is no JSON
 * @param key the key it says it was signed with; null when it says none that can be read
 * @param fault what is wrong first; null when the seal holds
 * @param detail more on the fault, for people; may be empty
 */
public record SealCheck(
        @Nullable Map<String, Object> document,
        @Nullable PublicKeyText key,
        @Nullable SealFault fault,
        String detail) {

    public static SealCheck of(String text) {
        Map<String, Object> document;
        try {
            document = CanonicalForm.read(text);
        } catch (IllegalArgumentException e) {
            return new SealCheck(null, null, SealFault.NOT_JSON, String.valueOf(e.getMessage()));
        }
        if (!(document.get("proof") instanceof Map<?, ?> proof) || !(proof.get("jws") instanceof String jws)) {
            return new SealCheck(document, null, SealFault.NO_SEAL, "");
        }
        return of(text, document, proof, jws);
    }

    private static SealCheck of(String text, Map<String, Object> document, Map<?, ?> proof, String jws) {
        String[] parts = jws.split("\\.", -1);
        if (parts.length != 3 || !parts[1].isEmpty() || proof.size() != 2 || !Seal.TYPE.equals(proof.get("type"))) {
            return new SealCheck(document, null, SealFault.SEAL_UNREADABLE, "");
        }
        Map<String, Object> header;
        byte[] signature;
        PublicKeyText key;
        try {
            header = CanonicalForm.read(new String(decode(parts[0]), StandardCharsets.UTF_8));
            signature = decode(parts[2]);
            key = header.get("jwk") instanceof Map<?, ?> jwk
                    ? new PublicKeyText(String.valueOf(jwk.get("x")))
                    : new PublicKeyText("");
        } catch (IllegalArgumentException e) {
            return new SealCheck(document, null, SealFault.SEAL_UNREADABLE, String.valueOf(e.getMessage()));
        }
        return new SealCheck(document, key, fault(text, document, header, key, parts[0], signature), "");
    }

    private static @Nullable SealFault fault(
            String text,
            Map<String, Object> document,
            Map<String, Object> header,
            PublicKeyText key,
            String protectedHeader,
            byte[] signature) {
        if (!"EdDSA".equals(header.get("alg"))
                || !Boolean.FALSE.equals(header.get("b64"))
                || !List.of("b64").equals(header.get("crit"))
                || !key.jwk().equals(header.get("jwk"))) {
            return SealFault.OTHER_ALGORITHM;
        }
        if (!key.fingerprint().equals(header.get("kid"))) {
            return SealFault.FINGERPRINT_DIFFERS;
        }
        if (!Seal.verify(document, protectedHeader, signature, key)) {
            return SealFault.SIGNATURE_WRONG;
        }
        if (!(document.get("issuer") instanceof Map<?, ?> issuer) || !key.did().equals(issuer.get("id"))) {
            return SealFault.ISSUER_DIFFERS;
        }
        return CanonicalForm.write(document).equals(text.strip()) ? null : SealFault.REFORMATTED;
    }

    private static byte[] decode(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        // The last letter has spare bits: without this check another letter would pass as the same signature.
        if (!Seal.encode(bytes).equals(text)) {
            throw new IllegalArgumentException("Its signature is not in the one form that base64url allows.");
        }
        return bytes;
    }
}
