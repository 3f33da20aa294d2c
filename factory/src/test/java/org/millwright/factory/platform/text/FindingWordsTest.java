package org.millwright.factory.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Severity;

class FindingWordsTest {
    @Test
    void wordsOfEngineProcessAndFactoryAreAllFound() {
        assertThat(FindingWords.message(
                        Finding.of("wrong-shape", Severity.BLOCKING).with(Map.of("process", "cutting")),
                        Locale.ENGLISH))
                .isEqualTo("The process cutting cannot work from this kind of design.");
        assertThat(FindingWords.message(
                        Finding.of("open-edges", Severity.WARNING).with(Map.of("count", 3)), Locale.ENGLISH))
                .contains("3");
        assertThat(FindingWords.hint(Finding.of("overhang", Severity.WARNING), Locale.ENGLISH))
                .isNotEmpty();
    }
}
