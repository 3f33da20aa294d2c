package org.millwright.nesting.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which turns a part allows. */
class OrientationsTest {
    @Test
    void stepsAllowThemselvesWhateverTheNumberOfFullTurns() {
        Orientations steps = Orientations.of(0, 180);
        assertThat(steps.allows(-180, false)).isTrue();
        assertThat(steps.allows(360, false)).isTrue();
        assertThat(steps.allows(90, false)).isFalse();
        assertThat(steps.allows(0, true)).isFalse();
        assertThat(steps.mirrored().allows(0, true)).isTrue();
    }

    @Test
    void theGrainLeavesATiltBothWays() {
        Orientations grain = Orientations.grain(3, true);
        assertThat(List.of(-3.0, 2.9, 177.0, 183.0, 357.5)).allMatch(angle -> grain.allows(angle, false));
        assertThat(List.of(3.1, 90.0, 176.0)).noneMatch(angle -> grain.allows(angle, false));
        assertThat(grain.isStepped()).isFalse();
    }

    @Test
    void aRangeRunsUpward() {
        assertThatThrownBy(() -> new Orientations.Range(10, 0)).hasMessageContaining("Maybe swap");
        assertThatThrownBy(() -> new Orientations(List.of(), false)).hasMessageContaining("at least one");
    }
}
