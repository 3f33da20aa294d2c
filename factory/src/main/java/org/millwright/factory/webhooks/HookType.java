package org.millwright.factory.webhooks;

import java.util.Arrays;
import java.util.Map;
import org.millwright.factory.platform.problem.Problem;

/** What others can be told of. */
public enum HookType {
    QUOTE_MADE("quote.made"),
    ORDER_ACCEPTED("order.accepted"),
    ORDER_COMPLETED("order.completed"),
    ORDER_SHIPPED("order.shipped"),
    JOB_STARTED("job.started"),
    JOB_FINISHED("job.finished"),
    JOB_INTERRUPTED("job.interrupted"),
    UNIT_RELEASED("unit.released"),
    UNIT_REJECTED("unit.rejected"),
    PASSPORT_ISSUED("passport.issued");

    private final String word;

    HookType(String word) {
        this.word = word;
    }

    /** As in messages, for instance {@code order.accepted}. */
    public String word() {
        return word;
    }

    /** Throws {@link Problem} {@code webhook-type}. */
    public static HookType of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        Problem.Kind.INVALID,
                        "webhook-type",
                        Map.of(
                                "type",
                                word,
                                "known",
                                String.join(
                                        ", ",
                                        Arrays.stream(values())
                                                .map(HookType::word)
                                                .toList()))));
    }
}
