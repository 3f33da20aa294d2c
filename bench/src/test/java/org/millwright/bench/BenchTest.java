package org.millwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.bench.Bench.Answer;

/** Measuring takes from minutes to hours, so whoever asks how, or mistypes, must be answered before it begins. */
class BenchTest {
    @ParameterizedTest
    @ValueSource(strings = {"estimate", "nesting", "pages", "scheduling"})
    void helpOfASetIsPrintedAndNothingIsMeasured(String set) {
        for (String help : List.of("--help", "-h", "help")) {
            Answer answer = answer(set, help);
            assertThat(answer.exit()).isZero();
            assertThat(answer.text()).startsWith("./millwright bench " + set);
        }
        assertThat(answer(set, "--all", "--help").exit()).isZero();
    }

    @Test
    void helpWithoutASetTellsOfEachSet() {
        assertThat(answer("--help").text()).contains("bench estimate", "bench nesting", "bench pages", "--only ROW");
    }

    @ParameterizedTest
    @ValueSource(strings = {"estimate", "nesting", "pages", "scheduling"})
    void anUnknownOptionIsNamedWithThoseThereAre(String set) {
        Answer answer = answer(set, "--quick");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.text()).contains("\"--quick\"", "Maybe", "./millwright bench " + set);
    }

    @Test
    void anOptionWithoutItsValueIsNotTakenForASwitch() {
        assertThat(answer("scheduling", "--only").text()).contains("--only lacks its value", "--only ROW");
        assertThat(answer("scheduling", "--data", "--all").text()).contains("--data lacks its value");
        assertThat(answer("scheduling", "fjsp").text()).contains("\"fjsp\" is no option");
    }

    @Test
    void anUnknownSetIsNamed() {
        assertThat(answer("schedule").exit()).isEqualTo(2);
        assertThat(answer("schedule").text()).contains("\"schedule\"", "scheduling");
    }

    @Test
    void whatIsUnderstoodIsMeasured() {
        assertThat(Bench.answer(List.of())).isEmpty();
        assertThat(Bench.answer(List.of("pages", "40"))).isEmpty();
        assertThat(Bench.answer(List.of("scheduling", "--only", "fjsp", "--seconds", "60", "--all")))
                .isEmpty();
    }

    private static Answer answer(String... arguments) {
        return Bench.answer(List.of(arguments)).orElseThrow();
    }
}
