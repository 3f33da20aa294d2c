package org.millwright.factory.passport.document;

/** The journal does not say something that a passport cannot do without. */
public final class MissingFact extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String fact;

    /** @param fact an entry type or a payload key of docs/journal.md */
    public MissingFact(String fact) {
        super("The journal does not say: " + fact);
        this.fact = fact;
    }

    public String fact() {
        return fact;
    }
}
