package org.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.Relaxation.Kind;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.ScheduleProblem;

/** Days into which not everything fits: the best plan, and what would have to give. */
class A03_TooMuchWorkTest {
    @Test
    void whatCannotBeMetIsListedWithTheSmallestStepThatHelps() {
        ScheduleProblem shop = Shop.of("""
                machine mill open 0-10
                machine saw open 0-7
                person ann open 0-4 skills turn
                job A due 2
                job B due 6 weight 9
                op a of A on mill 4
                op b of B on mill 5
                op long of A on saw 8
                op attended of B on saw 1 setup 6 skill turn
                """);
        Job strict = new Job("A", 0, 2, 1, 3L);
        ScheduleProblem problem =
                shop.withOperations(List.of(strict, shop.jobs().getLast()), shop.operations());
        Solution solution = Scheduling.solve(problem, Budget.ofSteps(30), 1);
        assertThat(Scheduling.relaxations(problem, solution))
                .containsExactly(
                        new Relaxation(Kind.LATER_DEADLINE, "A", null, null, 6),
                        new Relaxation(Kind.LONGER_OPENING, "A", "long", "saw", 1),
                        new Relaxation(Kind.MORE_PEOPLE, "B", "attended", "turn", 2));
    }
}
