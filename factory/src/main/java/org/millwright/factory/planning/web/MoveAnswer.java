package org.millwright.factory.planning.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.BarShift;
import org.millwright.factory.planning.board.Consequences;

/**
 * What a move would lead to, for the script of the board.
 *
 * @param start where the bar would really begin, seconds since 1970; null when it stays where it is
 * @param end where it would end
 * @param moved how many other bars would move
 * @param lateBefore work orders that are late now
 * @param lateAfter work orders that would be late
 * @param latenessS by how much lateness would grow, in seconds; below 0 when it shrinks
 * @param materialChanges by how much material changes would grow
 * @param newlyLate order numbers that would be late
 * @param inTimeAgain order numbers that would be in time again
 * @param shifts other bars that would move: bar, machine, start, end
 */
record MoveAnswer(
        @Nullable Long start,
        @Nullable Long end,
        int moved,
        int lateBefore,
        int lateAfter,
        long latenessS,
        int materialChanges,
        List<String> newlyLate,
        List<String> inTimeAgain,
        List<Shift> shifts) {
    private static final int MOST_SHIFTS = 200;

    record Shift(String bar, @Nullable String machine, long start, long end) {}

    static MoveAnswer of(BarId bar, Consequences consequences) {
        BarShift own = consequences.shifts().stream()
                .filter(shift -> shift.bar().equals(bar))
                .findFirst()
                .orElse(null);
        List<Shift> others = consequences.shifts().stream()
                .filter(shift -> !shift.bar().equals(bar))
                .map(MoveAnswer::shift)
                .toList();
        return new MoveAnswer(
                own == null ? null : own.to().start().getEpochSecond(),
                own == null ? null : own.toEnd().getEpochSecond(),
                others.size(),
                consequences.before().lateOrders(),
                consequences.after().lateOrders(),
                consequences
                        .after()
                        .lateness()
                        .minus(consequences.before().lateness())
                        .toSeconds(),
                consequences.after().materialChanges() - consequences.before().materialChanges(),
                consequences.newlyLate(),
                consequences.inTimeAgain(),
                others.stream().limit(MOST_SHIFTS).toList());
    }

    private static Shift shift(BarShift shift) {
        return new Shift(
                shift.bar().toString(),
                shift.to().machine() == null ? null : shift.to().machine().toString(),
                shift.to().start().getEpochSecond(),
                shift.toEnd().getEpochSecond());
    }
}
