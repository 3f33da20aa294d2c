package org.millwright.factory.planning.board;

import java.util.Locale;
import java.util.UUID;
import org.millwright.factory.planning.PlannedOperation;

/**
 * What moves as one on the board: a build with its preparation, run and removal, or one step of a work order.
 *
 * @param id of the build, or of the operation
 */
public record BarId(Kind kind, UUID id) {
    private static final String ENGINE_BUILD = "build ";

    /** What a bar stands for. */
    public enum Kind {
        BUILD,
        STEP
    }

    /** The bar that an operation is part of. */
    public static BarId of(PlannedOperation operation) {
        return operation.build() == null
                ? new BarId(Kind.STEP, operation.id().value())
                : new BarId(Kind.BUILD, operation.build().value());
    }

    /** Reads what {@link #toString()} writes. Throws {@link IllegalArgumentException} for anything else. */
    public static BarId of(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException(
                    "\"%s\" names no bar.%nMaybe write build-… or step-… with an id?".formatted(text));
        }
        return new BarId(
                Kind.valueOf(text.substring(0, dash).toUpperCase(Locale.ROOT)),
                UUID.fromString(text.substring(dash + 1)));
    }

    /** What the planning engine calls the bar, or the first part of it where its work is planned in parts. */
    public String engineId() {
        return kind == Kind.BUILD ? ENGINE_BUILD + id : id + "/0";
    }

    /** The bar that an operation of the planning engine is part of. */
    public static BarId ofEngine(String engineId) {
        return engineId.startsWith(ENGINE_BUILD)
                ? new BarId(Kind.BUILD, UUID.fromString(engineId.substring(ENGINE_BUILD.length())))
                : new BarId(Kind.STEP, UUID.fromString(engineId.substring(0, engineId.indexOf('/'))));
    }

    /** {@code build-<id>} or {@code step-<id>}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "-" + id;
    }
}
