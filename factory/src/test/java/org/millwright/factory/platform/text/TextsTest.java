package org.millwright.factory.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millwright.factory.platform.problem.Problem;

class TextsTest {
    private final Texts texts = Texts.bundled();

    @Test
    void gapsAreFilledByNameAndValuesAreTakenLiterally() {
        assertThat(texts.text("problem.file-too-large.detail", Map.of("limit", "$1 {limit} \\"), Locale.ENGLISH))
                .isEqualTo("The file is larger than $1 {limit} \\.");
    }

    @Test
    void aLanguageWithoutTranslationGetsEnglish() {
        assertThat(texts.text("problem.title.404", Map.of(), Locale.JAPANESE)).isEqualTo("Not found");
    }

    @Test
    void aMissingKeyIsAnError() {
        assertThatThrownBy(() -> texts.text("no.such.text", Map.of(), Locale.ENGLISH))
                .hasMessageContaining("\"no.such.text\"");
    }

    @Test
    void aGapWithoutArgumentIsAnError() {
        assertThatThrownBy(() -> texts.text("problem.file-too-large.detail", Map.of(), Locale.ENGLISH))
                .hasMessageContaining("{limit}");
    }

    @Test
    void everyProblemSaysWhatIsWrongAndTheWayOut() {
        for (String key : texts.keys()) {
            if (key.startsWith("problem.") && key.endsWith(".detail")) {
                assertThat(texts.keys()).contains(key.replaceFirst("detail$", "hint"));
            }
        }
    }

    @Test
    void aProblemReadsItsTextsFromTheBundles() {
        Problem problem = Problem.of(Problem.Kind.INVALID, "file-too-large", Map.of("limit", "200 MB"));
        assertThat(problem.detail()).isEqualTo("The file is larger than 200 MB.");
        assertThat(problem).hasMessageContaining(problem.detail()).hasMessageContaining(problem.hint());
        assertThat(problem.kind().status()).isEqualTo(400);
    }
}
