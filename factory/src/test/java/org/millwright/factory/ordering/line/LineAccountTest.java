package org.millwright.factory.ordering.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.factory.planning.unit.UnitState.CANCELLED;
import static org.millwright.factory.planning.unit.UnitState.MADE;
import static org.millwright.factory.planning.unit.UnitState.PACKED;
import static org.millwright.factory.planning.unit.UnitState.PLANNED;
import static org.millwright.factory.planning.unit.UnitState.RELEASED;
import static org.millwright.factory.planning.unit.UnitState.SCRAPPED;
import static org.millwright.factory.planning.unit.UnitState.SUSPECT;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.millwright.factory.planning.unit.UnitState;

class LineAccountTest {
    @Test
    void goodUnitsCountAndFailedOnesDoNot() {
        var account = LineAccount.of(5, List.of(PACKED, RELEASED, MADE, SCRAPPED, SUSPECT));
        assertThat(account.good()).isEqualTo(2);
        assertThat(account.owes()).isEqualTo(3);
        assertThat(account.uncovered()).isEqualTo(2);
    }

    @Test
    void isSettledOnlyWhenEnoughArePacked() {
        assertThat(LineAccount.of(2, List.of(PACKED, RELEASED)).settled()).isFalse();
        assertThat(LineAccount.of(2, List.of(PACKED, PACKED)).settled()).isTrue();
    }

    @Test
    void cancelledUnitsCountAsNothing() {
        var account = LineAccount.of(1, List.of(CANCELLED, PLANNED));
        assertThat(account.inWork()).isEqualTo(1);
        assertThat(account.uncovered()).isZero();
    }

    /** Whatever fails in whatever order: making what is uncovered always ends in exactly enough good units or more. */
    @Test
    void remakingWhatIsUncoveredAlwaysSettlesTheLine() {
        for (long seed = 0; seed < 2000; seed++) {
            var random = new SplittableRandom(seed);
            int ordered = 1 + random.nextInt(20);
            List<UnitState> units = new ArrayList<>();
            for (int round = 0; round < 200 && !LineAccount.of(ordered, units).settled(); round++) {
                int missing = LineAccount.of(ordered, units).uncovered();
                for (int i = 0; i < missing; i++) {
                    units.add(PLANNED);
                }
                units.replaceAll(
                        unit -> unit == PLANNED || unit == MADE ? judged(random) : unit == RELEASED ? PACKED : unit);
                var account = LineAccount.of(ordered, units);
                assertThat(account.good() + account.owes()).as("seed %d", seed).isGreaterThanOrEqualTo(ordered);
            }
            var end = LineAccount.of(ordered, units);
            assertThat(end.settled()).as("seed %d", seed).isTrue();
            assertThat(end.packed()).as("seed %d", seed).isEqualTo(ordered);
        }
    }

    private static UnitState judged(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> SCRAPPED;
            case 1 -> MADE;
            default -> RELEASED;
        };
    }
}
