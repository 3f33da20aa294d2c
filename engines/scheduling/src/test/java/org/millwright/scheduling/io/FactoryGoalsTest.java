package org.millwright.scheduling.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.json.UnreadableFile;
import org.millwright.scheduling.Budget;
import org.millwright.scheduling.model.Timetable;
import org.millwright.scheduling.objective.ObjectiveEvaluator;
import org.millwright.scheduling.validation.TimetableValidator;

/** Micro-factories that say what electricity costs, what must not be missed, what should stay and how much to spare. */
class FactoryGoalsTest {
    private static final List<String> OBJECTIVES = List.of(
            "weightedTardiness,energyCost",
            "weightedTardiness+2*makespan,carbon",
            "missedDeadlines,weightedTardiness",
            "weightedTardiness,slackShortfall,makespan",
            "movedOperations,weightedTardiness",
            "5*weightedTardiness+60*movedOperations,setup",
            "missedDeadlines,weightedTardiness,energyCost+carbon,slackShortfall",
            "energyCost");

    @TempDir
    private Path folder;

    @Test
    void whateverCountsThePlanHoldsAndIsNoWorseThanOneThatKnowsNothingOfIt() throws IOException {
        for (String objective : OBJECTIVES) {
            boolean anyBetter = false;
            for (long seed = 1; seed <= 8; seed++) {
                Path instance = write("random.json", randomFactory(new SplittableRandom(seed)));
                ShopRules rules = ShopFormat.read(instance, null);
                ShopPlan plan =
                        ShopScheduling.run(instance, null, objective, Budget.ofSteps(6_000), 1, seed, better -> {});
                assertThat(ShopScheduling.check(instance, write("plan.json", plan.toJson())))
                        .as("seed %d, %s", seed, objective)
                        .isEmpty();
                assertThat(plan.value()).as("seed %d, %s", seed, objective).isGreaterThanOrEqualTo(plan.lowerBound());
                ShopObjective wanted = ShopObjective.of(objective, rules);
                ShopPlan plain = ShopScheduling.run(
                        instance,
                        null,
                        wanted.ofSequences(rules).toString(),
                        Budget.ofSteps(3_000),
                        1,
                        seed,
                        better -> {});
                List<Long> before = ShopPlanValidator.values(rules, wanted, plain.operations());
                assertThat(compare(plan.values(), before))
                        .as("seed %d, %s: %s instead of %s", seed, objective, plan.values(), before)
                        .isLessThanOrEqualTo(0);
                anyBetter |= compare(plan.values(), before) < 0;
            }
            assertThat(anyBetter).as(objective).isTrue();
        }
    }

    @Test
    void theSameSeedAndStepsGiveTheSamePlan() throws IOException {
        Path instance = write("random.json", randomFactory(new SplittableRandom(3)));
        List<ShopPlan> plans = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            plans.add(ShopScheduling.run(
                    instance, null, "weightedTardiness,energyCost", Budget.ofSteps(4_000), 1, 5, better -> {}));
        }
        assertThat(plans.get(0).operations()).isEqualTo(plans.get(1).operations());
    }

    @Test
    void bothReckoningsOfAPlanAgreeAndBothValidatorsHoldIt() throws IOException {
        for (long seed = 1; seed <= 40; seed++) {
            Path instance = write("random.json", randomFactory(new SplittableRandom(seed)));
            MicroFactoryFormat factory = (MicroFactoryFormat) ShopFormat.read(instance, null);
            ShopPlan plan = ShopScheduling.run(instance, null, Budget.ofSteps(200), seed, better -> {});
            long end = plan.operations().stream()
                    .mapToLong(ShopPlan.Entry::end)
                    .max()
                    .orElse(0);
            var problem = new FactoryProblem(factory, 2 * end + 20_000);
            Timetable timetable = problem.timetable(plan.operations());
            assertThat(TimetableValidator.violations(problem.problem, timetable))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(Objects.requireNonNull(problem.entries(timetable))).isEqualTo(plan.operations());
            for (String measure : factory.measures()) {
                ShopObjective objective = ShopObjective.of(measure, factory);
                double reckoned = ObjectiveEvaluator.value(problem.problem, timetable, problem.objective(objective))
                        .levels()
                        .getFirst();
                long said = ShopPlanValidator.values(factory, objective, plan.operations())
                        .getFirst();
                assertThat(reckoned).as("seed %d, %s", seed, measure).isCloseTo(said, within(0.5 + 1e-6));
            }
        }
    }

    @Test
    void aRunWaitsForTheNightWhenThatIsCheaperAndNobodyWaits() throws IOException {
        String prices = "[%s]".formatted("40,".repeat(6) + "200,".repeat(17) + "200");
        Path instance = write("night.json", """
                {"name":"night","shift":{"startMinOfDay":480,"endMinOfDay":1020,"daysPerWeek":5},"pricePerMwh":%s,
                "groups":[{"name":"print","shiftBound":false,"watts":1000,"setup":{"same":0,"colour":0,"material":0}}],
                "machines":[[0,0]],"jobs":[{"release":480,"due":2880,"weight":1,
                "ops":[{"group":0,"material":0,"colour":0,"alts":[[0,300]]}]}]}""".formatted(prices));
        ShopPlan plan = ShopScheduling.run(
                instance, null, "weightedTardiness,energyCost", Budget.ofSteps(1_000), 1, 1, better -> {});
        // Five hours of a kilowatt at 40 for a megawatt-hour are 20 hundredths.
        assertThat(plan.values()).containsExactly(0L, 20L);
        assertThat(plan.operations().getFirst().start()).isBetween(1440L, 1500L);
    }

    @Test
    void whatIsMissingOrImpossibleIsNamed() throws IOException {
        Path plain = write("plain.json", factory("", "", ""));
        assertThatThrownBy(() -> run(plain, "carbon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("carbon");
        assertThatThrownBy(() -> run(plain, "energycost")).hasMessageContaining("energyCost");
        assertThatThrownBy(() -> run(plain, "makespan+makespan")).hasMessageContaining("makespan twice");
        Path hours = write("hours.json", factory("\"pricePerMwh\":[1,2,3],", "", ""));
        assertThatThrownBy(() -> run(hours, "energyCost"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("3 values");
        Path deadline = write("deadline.json", factory("", "", "\"deadline\":5,"));
        assertThatThrownBy(() -> run(deadline, "missedDeadlines"))
                .isInstanceOf(ImpossibleInstance.class)
                .hasMessageContaining("Job 0")
                .hasMessageContaining("deadline 5");
    }

    private static ShopPlan run(Path instance, String objective) {
        return ShopScheduling.run(instance, null, objective, Budget.ofSteps(10), 1, 1, better -> {});
    }

    private static int compare(List<Long> first, List<Long> second) {
        for (int level = 0; level < first.size(); level++) {
            int order = Long.compare(first.get(level), second.get(level));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static String factory(String top, String ofGroup, String ofJob) {
        return """
                {"name":"plain",%s"shift":{"startMinOfDay":480,"endMinOfDay":1020,"daysPerWeek":5},
                "groups":[{"name":"print",%s"shiftBound":false,"setup":{"same":0,"colour":0,"material":0}}],
                "machines":[[0,0]],"jobs":[{%s"release":480,"due":2880,"weight":1,
                "ops":[{"group":0,"material":0,"colour":0,"alts":[[0,300]]}]}]}""".formatted(top, ofGroup, ofJob);
    }

    private static String randomFactory(SplittableRandom random) {
        List<String> jobs = new ArrayList<>();
        List<String> previous = new ArrayList<>();
        int count = 2 + random.nextInt(8);
        for (int job = 0; job < count; job++) {
            List<String> works = new ArrayList<>();
            int operations = 1 + random.nextInt(4);
            for (int i = 0; i < operations; i++) {
                int group = random.nextInt(2);
                int machine = group + 2 * random.nextInt(2);
                works.add(String.format(
                        Locale.ROOT,
                        "{\"group\":%d,\"material\":%d,\"colour\":%d,\"alts\":[[%d,%d],[%d,%d]]}",
                        group,
                        random.nextInt(3),
                        random.nextInt(3),
                        machine,
                        random.nextInt(200),
                        (machine + 2) % 4,
                        random.nextInt(200)));
                if (random.nextInt(3) == 0) {
                    previous.add("{\"job\":%d,\"operation\":%d,\"machine\":%d,\"start\":%d,\"end\":%d}"
                            .formatted(job, i, machine, 480 + 60 * random.nextInt(20), 2_000));
                }
            }
            int release = random.nextInt(600);
            jobs.add("{\"release\":%d,\"due\":%d,\"weight\":%d,\"deadline\":%d,\"ops\":%s}"
                    .formatted(release, random.nextInt(3000), random.nextInt(4), release + 600, works));
        }
        previous.add("{\"job\":0,\"operation\":0,\"machine\":0,\"start\":0,\"end\":1}");
        return """
                {"name":"random","shift":{"startMinOfDay":480,"endMinOfDay":1020,"daysPerWeek":5},
                "pricePerMwh":%s,"carbonGPerKwh":%s,"wantedSlack":%d,"previous":%s,
                "groups":[{"name":"print","watts":%d,"shiftBound":false,"setup":{"same":2,"colour":6,"material":20}},
                {"name":"finish","shiftBound":true,"setup":{"same":0,"colour":3,"material":3}}],
                "machines":[[0,0],[1,1],[2,0],[3,1]],"jobs":%s}""".formatted(
                        hours(random, 24),
                        hours(random, 168),
                        10 + random.nextInt(200),
                        previous,
                        500 + random.nextInt(3000),
                        jobs);
    }

    private static List<Integer> hours(SplittableRandom random, int count) {
        List<Integer> values = new ArrayList<>();
        for (int hour = 0; hour < count; hour++) {
            values.add(20 + random.nextInt(400));
        }
        return values;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
