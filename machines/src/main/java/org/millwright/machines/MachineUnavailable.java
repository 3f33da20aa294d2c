package org.millwright.machines;

/** A machine was asked for something that only it can know, and does not answer. */
public final class MachineUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MachineUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
