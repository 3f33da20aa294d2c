package org.millwright.nesting.separation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VicinityTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 300})
    void namesEveryBodyWhoseBoxMeetsABoxAndNoneThatWasTakenOut(int bodies) {
        var random = new SplittableRandom(bodies);
        var vicinity = new Vicinity(bodies, 1000);
        double[][] boxes = new double[bodies][];
        for (int round = 0; round < 2000; round++) {
            int moved = random.nextInt(bodies);
            if (random.nextInt(5) == 0) {
                vicinity.remove(moved);
                boxes[moved] = null;
            } else {
                boxes[moved] = box(random);
                vicinity.put(moved, boxes[moved][0], boxes[moved][1], boxes[moved][2], boxes[moved][3]);
            }
            double[] asked = box(random);
            for (int j = 0; j < bodies; j++) {
                boolean named = isNamed(vicinity, j, asked);
                if (boxes[j] == null) {
                    assertThat(named)
                            .as("seed %d, round %d, body %d was taken out", bodies, round, j)
                            .isFalse();
                } else if (meet(boxes[j], asked)) {
                    assertThat(named)
                            .as("seed %d, round %d, body %d meets the box", bodies, round, j)
                            .isTrue();
                }
            }
        }
    }

    private static boolean isNamed(Vicinity vicinity, int body, double[] box) {
        long near = vicinity.near(
                body / Long.SIZE,
                vicinity.slice(box[0]),
                vicinity.slice(box[1]),
                vicinity.slice(box[2]),
                vicinity.slice(box[3]));
        return (near >> body & 1) != 0;
    }

    private static boolean meet(double[] a, double[] b) {
        return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
    }

    /** Left, low, right and high; now and then far wider than all columns together. */
    private static double[] box(SplittableRandom random) {
        double size = random.nextInt(20) == 0 ? 1e6 : 4000;
        double left = random.nextDouble(-50_000, 200_000);
        double low = random.nextDouble(-5_000, 20_000);
        return new double[] {left, low, left + random.nextDouble(size), low + random.nextDouble(size)};
    }
}
