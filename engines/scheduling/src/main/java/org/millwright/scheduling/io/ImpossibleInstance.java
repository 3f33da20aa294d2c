package org.millwright.scheduling.io;

/** An instance that was understood but that no plan can satisfy; the message names the reason. */
public final class ImpossibleInstance extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ImpossibleInstance(String message) {
        super(message);
    }
}
