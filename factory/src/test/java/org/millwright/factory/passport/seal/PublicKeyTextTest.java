package org.millwright.factory.passport.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublicKeyTextTest {
    /** RFC 8037, appendix A.2 and A.3. */
    private static final PublicKeyText KEY = new PublicKeyText("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");

    @Test
    void theFingerprintIsTheOneOfTheStandard() {
        assertThat(KEY.fingerprint()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @Test
    void theKeyIsItsOwnIdentifier() {
        assertThat(KEY.did()).startsWith("did:key:z6Mk").hasSize("did:key:z".length() + 47);
    }

    @Test
    void theKeyGoesToJavaAndBack() throws Exception {
        assertThat(PublicKeyText.of(KEY.toKey())).isEqualTo(KEY);
    }
}
