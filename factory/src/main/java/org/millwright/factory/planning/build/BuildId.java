package org.millwright.factory.planning.build;

import java.util.UUID;

/** Names a build, one plate or sheet run as one program. */
public record BuildId(UUID value) {
    public static BuildId of(String text) {
        return new BuildId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
