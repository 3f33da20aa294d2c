package org.millwright.factory.passport.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalFormTest {
    /** Bit patterns and their texts from RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "becbf647612f3696, -0.0000033333333333333333"
    })
    void numbersAreWrittenAsEcmaScriptDoes(String bits, String text) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertThat(CanonicalForm.number(value)).isEqualTo(text);
    }

    /** The example of RFC 8785, section 3.2.3. */
    @Test
    void membersAreSortedByUtf16() {
        String json = """
                {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh",
                 "1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}""";
        assertThat(CanonicalForm.read(CanonicalForm.write(CanonicalForm.read(json)))
                        .keySet())
                .containsExactly("\r", "1", "\u0080", "ö", "€", "😀", "\ufb33");
    }

    @Test
    void textIsEscapedOnlyWhereItMustBe() {
        assertThat(CanonicalForm.write(CanonicalForm.read("""
                { "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false] }""")))
                .isEqualTo("{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void whatIsNoSingleObjectIsRefused() {
        for (String text : new String[] {"", "[]", "{", "{\"a\":1,\"a\":2}", "{} {}", "null"}) {
            assertThatThrownBy(() -> CanonicalForm.read(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void halfACharacterIsRefused() {
        assertThatThrownBy(() -> CanonicalForm.write("\ud83d")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyNumberReadsBackAsItself() {
        long seed = 8785;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(CanonicalForm.number(value)))
                        .as("seed %d", seed)
                        .isEqualTo(value == 0 ? 0.0 : value);
            }
        }
    }
}
