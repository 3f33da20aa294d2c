package org.millwright.nesting.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BorderLineTest {
    @Test
    void aStraightBorderBecomesALineThatAnswersAlikeOnceItHasBeenAskedForOften() {
        var random = new SplittableRandom(11);
        for (int k = 0; k < 2_000; k++) {
            double turn = 2 * Math.PI * random.nextDouble();
            double nx = Math.cos(turn);
            double ny = Math.sin(turn);
            double far = nx * random.nextDouble(0.1, 0.9) + ny * random.nextDouble(0.1, 0.9);
            short line = askedOften((x, y) -> nx * x + ny * y < far);
            assertThat(BorderLine.isLine(line)).as("case %d", k).isTrue();
            for (int n = 0; n < 20; n++) {
                double x = random.nextDouble();
                double y = random.nextDouble();
                double off = nx * x + ny * y - far;
                if (Math.abs(off) > 1.0 / 64) {
                    assertThat(BorderLine.overlaps(line, x, y)).as("case %d", k).isEqualTo(off < 0);
                }
            }
        }
    }

    @Test
    void aBorderWithACornerOrOnBothSidesOfFreeRoomIsNoLine() {
        assertThat(askedOften((x, y) -> x < 0.5 && y < 0.5)).isEqualTo(BorderLine.CROOKED);
        assertThat(askedOften((x, y) -> x < 0.2 && y < 0.2 || x > 0.8 && y > 0.8))
                .isEqualTo(BorderLine.CROOKED);
        assertThat(askedOften((x, y) -> Math.hypot(x - 0.5, y - 0.5) < 0.3)).isEqualTo(BorderLine.CROOKED);
    }

    @Test
    void noLineIsLookedForBeforeThatPays() {
        short line = BorderLine.MIXED;
        for (int k = 0; k < 13; k++) {
            assertThat(BorderLine.isLine(line)).isFalse();
            line = BorderLine.asked(line, (x, y) -> {
                throw new AssertionError("asked too early");
            });
        }
        assertThat(BorderLine.isLine(line)).isFalse();
        assertThat(BorderLine.isLine(BorderLine.UNKNOWN)).isFalse();
        assertThat(BorderLine.isLine(BorderLine.NONE)).isFalse();
        assertThat(BorderLine.isLine(BorderLine.ALL)).isFalse();
        assertThat(BorderLine.isLine(BorderLine.CROOKED)).isFalse();
    }

    private static short askedOften(BorderLine.Cell cell) {
        short line = BorderLine.MIXED;
        for (int k = 0; k < 14; k++) {
            line = BorderLine.asked(line, cell);
        }
        return line;
    }
}
