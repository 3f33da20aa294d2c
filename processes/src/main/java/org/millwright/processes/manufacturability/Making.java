package org.millwright.processes.manufacturability;

import java.util.Arrays;

/** Ways of making things that parts are judged for, under the short names used in data and commands. */
public enum Making {
    FILAMENT("filament"),
    RESIN("resin"),
    POWDER("powder"),
    METAL_POWDER("metal-powder"),
    MILLING("milling"),
    LASER("laser"),
    BENDING("bending");

    private final String id;

    Making(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Whether it works from flat outlines; the others work from solids. */
    public boolean flat() {
        return this == LASER;
    }

    /** Throws {@link IllegalArgumentException} naming the known ones. */
    public static Making named(String id) {
        return Arrays.stream(values())
                .filter(making -> making.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no process \"%s\".\nKnown are %s."
                        .formatted(id, Arrays.stream(values()).map(Making::id).toList())));
    }
}
