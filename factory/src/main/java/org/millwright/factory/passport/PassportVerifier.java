package org.millwright.factory.passport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.passport.seal.PublicKeyText;
import org.millwright.factory.passport.seal.SealCheck;

/**
 * Checks a passport without network, database or this program's data.
 *
 * <p>A passport carries the public key it was signed with. That proves that nothing was altered since somebody with that key
 * signed it; who that is, is known by comparing the key's fingerprint with the one the maker publishes, or by giving
 * the fingerprints one trusts.
 */
public final class PassportVerifier {
    private PassportVerifier() {}

    /** Checks the document alone; the key may be anybody's. */
    public static Verification verify(String json) {
        return verify(json, Set.of());
    }

    /**
     * Checks the document, and that one of these keys signed it.
     *
     * @param trustedFingerprints as RFC 7638 writes them; when empty, every key is taken but named as not known
     */
    public static Verification verify(String json, Set<String> trustedFingerprints) {
        SealCheck check = SealCheck.of(json);
        List<String> faults = new ArrayList<>();
        if (check.fault() != null) {
            faults.add(check.fault().name());
        }
        PublicKeyText key = check.key();
        String fingerprint = key == null ? null : key.fingerprint();
        boolean known = fingerprint != null && trustedFingerprints.contains(fingerprint);
        if (fingerprint != null && !known && !trustedFingerprints.isEmpty()) {
            faults.add("KEY_UNKNOWN");
        }
        Map<String, Object> document = check.document();
        return new Verification(
                faults.isEmpty(),
                faults,
                check.detail(),
                find(document, "credentialSubject", "product", "serialNumber"),
                find(document, "credentialSubject", "product", "name"),
                find(document, "issuer", "name"),
                fingerprint,
                known);
    }

    private static @Nullable String find(@Nullable Map<String, Object> document, String... path) {
        Object value = document;
        for (String member : path) {
            value = value instanceof Map<?, ?> map ? map.get(member) : null;
        }
        return value instanceof String text ? text : null;
    }
}
