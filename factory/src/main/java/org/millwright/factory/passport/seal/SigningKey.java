package org.millwright.factory.passport.seal;

import java.security.PrivateKey;

/** A factory's key for passports. */
public record SigningKey(PrivateKey key, PublicKeyText publicKey) {
    /** Names the public part alone, so that no log ever shows the other. */
    @Override
    public String toString() {
        return "SigningKey[" + publicKey.fingerprint() + "]";
    }
}
