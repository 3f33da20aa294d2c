package org.millwright.processes;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** All processes on the class path, found through {@link ServiceLoader}. */
public final class Processes {
    private static final List<ManufacturingProcess> ALL = ServiceLoader.load(ManufacturingProcess.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    private Processes() {}

    public static List<ManufacturingProcess> listProcesses() {
        return ALL;
    }

    public static Optional<ManufacturingProcess> findProcess(String id) {
        return ALL.stream().filter(process -> process.id().equals(id)).findFirst();
    }

    /** Throws {@link IllegalArgumentException} naming the known ones. */
    public static ManufacturingProcess getProcess(String id) {
        return findProcess(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no process %s; known are %s."
                        .formatted(
                                id, ALL.stream().map(ManufacturingProcess::id).toList())));
    }
}
