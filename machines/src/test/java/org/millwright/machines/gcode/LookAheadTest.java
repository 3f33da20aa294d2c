package org.millwright.machines.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.millwright.machines.virtual.VirtualProfile;

/** Whatever the program, no move asks more of the machine than its limits allow. */
class LookAheadTest {
    /** Speeds are kept as floats. */
    private static final double SLACK = 1e-4;

    @Test
    void randomProgramsKeepWithinSpeedAndAccelerationEverywhere() {
        for (long seed = 0; seed < 40; seed++) {
            VirtualProfile profile = seed % 2 == 0 ? VirtualProfile.printer() : VirtualProfile.laser();
            Blocks b = CompiledProgram.compile(randomProgram(new Random(seed), seed % 2 == 0), profile)
                    .blocks();
            double speed = 0;
            for (int i = 0; i < b.count; i++) {
                if (!b.isMove(i)) {
                    continue;
                }
                String where = "seed %d, block %d".formatted(seed, i);
                if (b.kind[i] == Blocks.MOVE) {
                    assertThat((double) b.entry[i]).as(where).isEqualTo(speed);
                }
                double reachable = 2.0 * b.acceleration[i] * b.amount[i];
                double change = Math.abs((double) b.exit[i] * b.exit[i] - (double) b.entry[i] * b.entry[i]);
                assertThat(change).as(where).isLessThanOrEqualTo(reachable * (1 + SLACK) + 1e-3);
                assertThat(b.cruise[i]).as(where).isGreaterThanOrEqualTo(Math.max(b.entry[i], b.exit[i]));
                assertThat(b.moveS(i)).as(where).isGreaterThanOrEqualTo(b.amount[i] / b.cruise[i] * (1 - SLACK));
                assertThat(b.doneAfter(i, b.moveS(i))).as(where).isBetween(1 - 1e-3, 1.0);
                speed = b.exit[i];
            }
        }
    }

    @Test
    void seesFurtherWithALargerBufferAndIsNeverSlowerForIt() {
        String text = randomProgram(new Random(7), false);
        double before = Double.POSITIVE_INFINITY;
        for (int buffered : new int[] {1, 2, 4, 16, 64}) {
            Blocks b = compileWithout(text);
            LookAhead.plan(b, buffered);
            double seconds = 0;
            for (int i = 0; i < b.count; i++) {
                seconds += b.isMove(i) ? b.moveS(i) : 0;
            }
            assertThat(seconds).isLessThanOrEqualTo(before * (1 + SLACK));
            before = seconds;
        }
    }

    @Test
    void nonsenseIsRecordedAndNeverThrown() {
        String letters = "GMXYZEFIJRSPTN*();$%/.-+ 0123456789\t\r\u00e9";
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (int i = 0; i < 2000; i++) {
                text.append(random.nextInt(12) == 0 ? '\n' : letters.charAt(random.nextInt(letters.length())));
            }
            VirtualProfile profile = seed % 2 == 0 ? VirtualProfile.printer() : VirtualProfile.laser();
            ExecutionReport report = ProgramExecution.run(text.toString(), profile);
            assertThat(report.timeS()).as("seed %d", seed).isNotNaN().isFinite();
            assertThat(report.violations()).as("seed %d", seed).isNotEmpty();
        }
    }

    private static Blocks compileWithout(String text) {
        var interpreter = Interpreter.of(VirtualProfile.laser());
        interpreter.read(text);
        return interpreter.planner.blocks;
    }

    private static String randomProgram(Random random, boolean printer) {
        var text = new StringBuilder(printer ? "G21\nM83\nM109 S210\n" : "G21\nM4 S500\n");
        for (int i = 0; i < 400; i++) {
            double reach = random.nextBoolean() ? 200 : 2;
            double x = Math.clamp(100 + (random.nextDouble() - 0.5) * reach, 0, 200);
            double y = Math.clamp(100 + (random.nextDouble() - 0.5) * reach, 0, 200);
            String extra = printer && random.nextBoolean() ? " E%.3f".formatted(random.nextDouble() * 3 - 0.5) : "";
            text.append(String.format(
                    Locale.ROOT,
                    "G%d X%.3f Y%.3f%s F%d%n",
                    random.nextInt(2),
                    x,
                    y,
                    extra,
                    100 + random.nextInt(9000)));
        }
        return text.append(printer ? "M84\n" : "M5\nM2\n").toString();
    }
}
