package org.millwright.scheduling.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.json.UnreadableFile;
import org.millwright.scheduling.Budget;

/** Shops with setups, shifts and due dates; assertions recompute every plan while it is searched. */
class SetupPlansTest {
    @TempDir
    Path folder;

    @Test
    void aPlanWaitsForSetupsAndForTheShift() throws IOException {
        Path instance = write("small.json", factory("""
                {"id":0,"release":0,"due":0,"weight":2,"ops":[
                  {"group":0,"material":1,"colour":1,"alts":[[0,10]]},
                  {"group":1,"material":0,"colour":0,"alts":[[1,30]]}]},
                {"id":1,"release":0,"due":2000,"weight":1,"ops":[
                  {"group":0,"material":2,"colour":1,"alts":[[0,10]]}]}"""));
        ShopPlan plan = ShopScheduling.run(instance, null, Budget.ofSteps(2000), 1, better -> {});
        assertThat(plan.operations())
                .containsExactly(
                        new ShopPlan.Entry(0, 0, 0, 0, 10, 0),
                        new ShopPlan.Entry(0, 1, 1, 480, 510, 0),
                        new ShopPlan.Entry(1, 0, 0, 30, 40, 20));
        assertThat(plan.value()).isEqualTo(2 * 510);
        assertThat(plan.isProvenOptimal()).isTrue();
    }

    @Test
    void everyPlanOnTheWayHolds() throws IOException {
        for (long seed = 1; seed <= 40; seed++) {
            Path instance = write("random.json", randomFactory(new SplittableRandom(seed)));
            List<ShopPlan.Better> improvements = new ArrayList<>();
            ShopPlan plan = ShopScheduling.run(instance, null, Budget.ofSteps(20_000), 2, seed, improvements::add);
            assertThat(ShopScheduling.check(instance, write("plan.json", plan.toJson())))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(plan.value()).as("seed %d", seed).isGreaterThanOrEqualTo(plan.lowerBound());
            ShopPlan again = ShopScheduling.run(instance, null, Budget.ofSteps(20_000), 2, seed, better -> {});
            assertThat(again.operations()).as("seed %d", seed).isEqualTo(plan.operations());
        }
    }

    @Test
    void setupMatricesAreReadRowByRowAndKept() throws IOException {
        Path instance = write("matrix.txt", """
                2 1 1
                1 1 1 5
                1 1 1 6

                9 1
                7 9
                """);
        ShopPlan plan = ShopScheduling.run(instance, null, Budget.ofSteps(5000), 1, better -> {});
        assertThat(plan.value()).isEqualTo(12);
        assertThat(ShopScheduling.check(instance, write("plan.json", plan.toJson())))
                .isEmpty();
        Path wrong = write("wrong.json", """
                {"objective": "makespan", "value": 12, "operations": [
                  {"job": 0, "operation": 0, "machine": 0, "start": 7, "end": 12},
                  {"job": 1, "operation": 0, "machine": 0, "start": 0, "end": 6}]}
                """);
        assertThat(ShopScheduling.check(instance, wrong))
                .singleElement()
                .satisfies(violation -> assertThat(violation).contains("but its setup takes 7"));
    }

    @Test
    void anOperationThatFitsIntoNoShiftIsRefusedByName() throws IOException {
        Path instance = write("long.json", factory("""
                {"id":0,"release":0,"due":0,"weight":2,"ops":[
                  {"group":1,"material":0,"colour":0,"alts":[[1,541]]}]}"""));
        assertThatThrownBy(() -> ShopScheduling.run(instance, null, Budget.ofSteps(1), 1, better -> {}))
                .isInstanceOf(ImpossibleInstance.class)
                .hasMessageContaining("Operation 0 of job 0")
                .hasMessageContaining("540 minutes");
    }

    @Test
    void factoriesThatCannotBeAreRefusedWithWhatIsWrong() throws IOException {
        String job = """
                {"id":0,"release":0,"due":0,"weight":2,"ops":[{"group":0,"material":0,"colour":0,"alts":[%s]}]}""";
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put(factory(""), "no jobs");
        wrong.put(factory(job.formatted("")), "no machine that can do it");
        wrong.put(factory(job.formatted("[0,30],[2,5],[0,20]")), "machine 0 twice");
        wrong.put(factory(job.formatted("[0,30]").replace("\"group\":0", "\"group\":2")), "the group 2");
        wrong.put(factory(job.formatted("[0,30]")).replace("1020", "480"), "minute 480 to minute 480");
        wrong.put(factory(job.formatted("[0,30]")).replace("1020", "2000"), "minute 2000");
        wrong.put(factory(job.formatted("[0,30]")).replace("PerWeek\":5", "PerWeek\":8"), "8 days");
        for (Map.Entry<String, String> one : wrong.entrySet()) {
            Path instance = write("wrong.json", one.getKey());
            assertThatThrownBy(() -> ShopScheduling.run(instance, null, Budget.ofSteps(1), 1, better -> {}))
                    .as(one.getKey())
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessageContaining(one.getValue());
        }
        Path neverOpen = write(
                "never.json",
                factory(job.formatted("[1,30]").replace("\"group\":0", "\"group\":1"))
                        .replace("PerWeek\":5", "PerWeek\":0"));
        assertThatThrownBy(() -> ShopScheduling.run(neverOpen, null, Budget.ofSteps(1), 1, better -> {}))
                .isInstanceOf(ImpossibleInstance.class)
                .hasMessageContaining("0 minutes");
    }

    @Test
    void whateverCountsIsMadeLessAndCheckedByTheValidator() throws IOException {
        List<String> objectives = List.of(
                "weightedTardiness",
                "lateJobs",
                "makespan",
                "setup",
                "lateJobs,weightedTardiness,setup",
                "makespan,setup",
                "setup,weightedTardiness",
                "3*weightedTardiness+5*setup+makespan,lateJobs");
        for (String objective : objectives) {
            long asWanted = 0;
            long otherwise = 0;
            for (long seed = 1; seed <= 12; seed++) {
                Path instance = write("random.json", randomFactory(new SplittableRandom(seed)));
                ShopPlan plan =
                        ShopScheduling.run(instance, null, objective, Budget.ofSteps(8_000), 2, seed, better -> {});
                assertThat(plan.objective()).isEqualTo(objective);
                assertThat(ShopScheduling.check(instance, write("plan.json", plan.toJson())))
                        .as("seed %d, %s", seed, objective)
                        .isEmpty();
                assertThat(plan.value()).as("seed %d, %s", seed, objective).isGreaterThanOrEqualTo(plan.lowerBound());
                asWanted += plan.value();
                otherwise += planned(instance, objective.startsWith("makespan") ? "setup" : "makespan", objective)
                        .getFirst();
            }
            assertThat(asWanted).as(objective).isLessThan(otherwise);
        }
    }

    @Test
    void aLaterLevelTakesNothingFromTheOneBefore() throws IOException {
        Path instance = write("random.json", randomFactory(new SplittableRandom(5)));
        long few = planned(instance, "setup", "setup").getFirst();
        List<Long> both = planned(instance, "setup,weightedTardiness", "setup,weightedTardiness");
        assertThat(both.getFirst()).isLessThanOrEqualTo(few);
        assertThat(both.get(1))
                .isLessThan(
                        planned(instance, "setup", "setup,weightedTardiness").get(1));
    }

    @Test
    void anObjectiveThatTheInstanceKnowsNothingOfIsRefused() throws IOException {
        Path shop = write("two.txt", "2 2\n0 3 1 2\n1 2 0 4\n");
        assertThatThrownBy(() -> planned(shop, "lateJobs", "lateJobs"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lateJobs")
                .hasMessageContaining("makespan");
        assertThatThrownBy(() -> planned(shop, "makespam", "makespan")).hasMessageContaining("\"makespam\"");
        assertThatThrownBy(() -> planned(shop, "0.5*makespan", "makespan")).hasMessageContaining("\"0.5\"");
        Path plan = write("plan.json", """
                {"objective": "lateJobs", "value": 0, "operations": []}""");
        assertThat(ShopScheduling.check(shop, plan))
                .singleElement()
                .satisfies(violation -> assertThat(violation).contains("lateJobs"));
    }

    /** What a plan made for one objective is worth by another, as the validator reckons. */
    private static List<Long> planned(Path instance, String wanted, String judged) {
        ShopPlan plan = ShopScheduling.run(instance, null, wanted, Budget.ofSteps(8_000), 2, 3, better -> {});
        ShopRules rules = ShopFormat.read(instance, null);
        return ShopPlanValidator.values(rules, ShopObjective.of(judged, rules), plan.operations());
    }

    private static String factory(String jobs) {
        return """
                {"name":"test","shift":{"startMinOfDay":480,"endMinOfDay":1020,"daysPerWeek":5},
                "groups":[{"name":"print","shiftBound":false,"setup":{"same":2,"colour":6,"material":20}},
                {"name":"finish","shiftBound":true,"setup":{"same":0,"colour":0,"material":0}}],
                "machines":[[0,0],[1,1],[2,0],[3,1]],"jobs":[%s]}""".formatted(jobs);
    }

    private static String randomFactory(SplittableRandom random) {
        List<String> jobs = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int job = 0; job < count; job++) {
            List<String> works = new ArrayList<>();
            int operations = 1 + random.nextInt(4);
            for (int i = 0; i < operations; i++) {
                int group = random.nextInt(2);
                List<String> alternatives = new ArrayList<>();
                if (random.nextBoolean()) {
                    alternatives.add("[%d,%d]".formatted(group, random.nextInt(200)));
                }
                if (alternatives.isEmpty() || random.nextBoolean()) {
                    alternatives.add("[%d,%d]".formatted(group + 2, random.nextInt(200)));
                }
                works.add(String.format(
                        Locale.ROOT,
                        "{\"group\":%d,\"material\":%d,\"colour\":%d,\"alts\":%s}",
                        group,
                        random.nextInt(3),
                        random.nextInt(3),
                        alternatives));
            }
            jobs.add("{\"id\":%d,\"release\":%d,\"due\":%d,\"weight\":%d,\"ops\":%s}"
                    .formatted(job, random.nextInt(600), random.nextInt(2000), random.nextInt(4), works));
        }
        return factory(String.join(",\n", jobs));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
