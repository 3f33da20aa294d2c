package org.millwright.factory.passport.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelTest {
    @Test
    void aLongTitleTakesTwoLinesAndIsCutAfterThem() {
        assertThat(lines("bracket", "MW-1")).containsExactly("bracket", "MW-1");
        assertThat(lines("shelf-bracket-left-side", "MW-1")).containsExactly("shelf-bracket-", "left-side", "MW-1");
        assertThat(lines("x".repeat(80), "MW-1"))
                .hasSize(3)
                .element(1)
                .asString()
                .endsWith("…");
    }

    @Test
    void everythingStandsOnTheLabel() {
        Label label =
                new Label("http://localhost/passport/21/MW-1", "😀".repeat(70), List.of("a", "b", "c", "d", "e", "f"));
        assertThat(label.listLines()).hasSize(7).allSatisfy(line -> {
            assertThat(line.yMm()).isLessThan(Label.HEIGHT_MM - Label.MARGIN_MM);
            assertThat(line.xMm()).isGreaterThanOrEqualTo(Label.MARGIN_MM + Label.QR_MM);
        });
    }

    private static List<String> lines(String title, String line) {
        return new Label("http://localhost/", title, List.of(line))
                .listLines().stream().map(Label.Line::text).toList();
    }
}
