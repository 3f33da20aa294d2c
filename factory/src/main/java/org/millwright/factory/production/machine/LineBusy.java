package org.millwright.factory.production.machine;

import java.net.URI;

/** An earlier call to the machine has not come back. */
public final class LineBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LineBusy(URI address) {
        super("The machine at %s still owes the answer to an earlier call.".formatted(address));
    }
}
