package org.millwright.scheduling.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.json.UnreadableFile;
import org.millwright.scheduling.Budget;

/** Reading shop files, planning them, and checking plans that came back as JSON. */
class ShopSchedulingTest {
    @TempDir
    Path folder;

    @Test
    void plansASmallJobShopToProvenOptimality() throws IOException {
        Path instance = write("two.txt", "2 2\n0 3 1 2\n1 2 0 4\n");
        ShopPlan plan = ShopScheduling.run(instance, null, Budget.ofSteps(50), 1, better -> {});
        assertThat(plan.value()).isEqualTo(7);
        assertThat(plan.isProvenOptimal()).isTrue();
        assertThat(ShopScheduling.check(instance, write("plan.json", plan.toJson())))
                .isEmpty();
    }

    @Test
    void machinesCountFromZeroOrOneAsTheFileDoes() throws IOException {
        Path fromOne = write("one.fjs", "1 2 1\n2 1 1 5 2 1 4 2 3\n");
        Path fromZero = write("zero.fjs", "1 2 1\n2 1 0 5 2 0 4 1 3\n");
        assertThat(ShopScheduling.run(fromOne, "fjsp", Budget.ofSteps(4), 1, better -> {})
                        .operations())
                .isEqualTo(ShopScheduling.run(fromZero, "fjsp", Budget.ofSteps(4), 1, better -> {})
                        .operations())
                .extracting(ShopPlan.Entry::machine)
                .containsExactly(0, 1);
    }

    @Test
    void randomPlansHoldAndTheBoundIsNeverUndercut() throws IOException {
        for (long seed = 1; seed <= 150; seed++) {
            Path instance = write("random.txt", randomFlexibleShop(new SplittableRandom(seed)));
            ShopPlan plan = ShopScheduling.run(instance, "fjsp", Budget.ofSteps(30), seed, better -> {});
            assertThat(ShopScheduling.check(instance, "fjsp", write("plan.json", plan.toJson())))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(plan.value()).as("seed %d", seed).isGreaterThanOrEqualTo(plan.lowerBound());
        }
    }

    @Test
    void aProofBesideTheSearchEndsItLongBeforeItsTime() throws IOException {
        for (long seed = 1; seed <= 4; seed++) {
            Path instance = write("random.txt", randomFlexibleShop(new SplittableRandom(seed)));
            ShopPlan plan = ShopScheduling.run(instance, "fjsp", Budget.ofSeconds(60), 2, seed, better -> {});
            assertThat(plan.isProvenOptimal()).as("seed %d", seed).isTrue();
            assertThat(ShopScheduling.check(instance, "fjsp", plan))
                    .as("seed %d", seed)
                    .isEmpty();
            ShopPlan alone = ShopScheduling.runExact(instance, "fjsp", Budget.ofSeconds(60), 1, seed, () -> 0);
            assertThat(plan.value()).as("seed %d", seed).isEqualTo(alone.value());
        }
    }

    @Test
    void theCheckNamesEveryViolation() throws IOException {
        Path instance = write("two.txt", "2 2\n0 3 1 2\n1 2 0 4\n");
        Path plan = write("plan.json", """
                {"objective": "makespan", "value": 8, "operations": [
                  {"job": 0, "operation": 0, "machine": 0, "start": 0, "end": 3},
                  {"job": 0, "operation": 1, "machine": 1, "start": 1, "end": 3},
                  {"job": 1, "operation": 0, "machine": 0, "start": 2, "end": 4}]}
                """);
        assertThat(ShopScheduling.check(instance, plan))
                .hasSize(5)
                .anySatisfy(violation -> assertThat(violation).contains("before the operation before it ends"))
                .anySatisfy(violation -> assertThat(violation).contains("cannot run 2 on machine 0"))
                .anySatisfy(violation -> assertThat(violation).contains("overlap on machine 0"))
                .anySatisfy(violation -> assertThat(violation).contains("Operation 1 of job 1 is not planned"))
                .anySatisfy(violation -> assertThat(violation).contains("claims a makespan of 8 but ends at 4"));
    }

    @Test
    void brokenFilesAreRefusedWithThePlace() throws IOException {
        Path broken = write("broken.txt", "2 2\n0 3 1 2\n1 2 0 x\n");
        assertThatThrownBy(() -> ShopScheduling.run(broken, null, Budget.ofSteps(1), 1, better -> {}))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("\"x\"");
        Path factory = write("mf.json", "{}");
        assertThatThrownBy(() -> ShopScheduling.run(factory, null, Budget.ofSteps(1), 1, better -> {}))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("\"groups\"");
        Path cut = write("cut.txt", "1 1 1\n2 1 1 4 1 1 3\n\n0 2\n");
        assertThatThrownBy(() -> ShopScheduling.run(cut, null, Budget.ofSteps(1), 1, better -> {}))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("Expected 2 rows of setup times");
        Path twice = write("twice.txt", "1 2\n2 2 1 5 1 3 1 2 4\n");
        assertThatThrownBy(() -> ShopScheduling.run(twice, null, Budget.ofSteps(1), 1, better -> {}))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("a machine twice in operation 0");
        Path endless = write("endless.txt", "1 1\n0 9999999999\n");
        assertThatThrownBy(() -> ShopScheduling.run(endless, null, Budget.ofSteps(1), 1, better -> {}))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("coarser unit");
    }

    private static String randomFlexibleShop(SplittableRandom random) {
        int jobs = 1 + random.nextInt(6);
        int machines = 1 + random.nextInt(4);
        var text = new StringBuilder("%d %d%n".formatted(jobs, machines));
        for (int job = 0; job < jobs; job++) {
            int operations = 1 + random.nextInt(5);
            text.append(operations);
            for (int i = 0; i < operations; i++) {
                int choices = 1 + random.nextInt(machines);
                text.append(' ').append(choices);
                for (int c = 0; c < choices; c++) {
                    text.append(' ').append(c).append(' ').append(random.nextInt(20));
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
