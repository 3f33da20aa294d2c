package org.millwright.factory.platform.identity;

/**
 * Who acts: a person, a machine or the program itself.
 *
 * @param name how the actor is called, 1 to 200 characters without control characters
 * @param role what the actor is allowed to be here, for example {@code operator}
 * @param simulated true when no person or real machine stands behind it; the journal and the passport say so
 */
public record Actor(String name, String role, boolean simulated) {
    private static final Actor SYSTEM = new Actor("Millwright", "system", false);

    public Actor {
        requirePlain("name", name);
        requirePlain("role", role);
    }

    /** The program acting by itself, for example when it reacts to an event. */
    public static Actor system() {
        return SYSTEM;
    }

    private static void requirePlain(String what, String text) {
        boolean plain = text.codePoints()
                .noneMatch(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE || point == 0);
        if (text.isBlank() || text.length() > 200 || !plain) {
            throw new IllegalArgumentException(
                    "An actor's %s is \"%s\".%nMaybe give 1 to 200 ordinary characters.".formatted(what, text));
        }
    }
}
