package org.millwright.bench.scheduling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The instances of a folder with a {@code bounds.csv}: their files and best known values. */
final class Instances {
    /**
     * One published instance.
     *
     * @param bestKnown of its objective; 0 when none is published
     */
    record Instance(String name, String problem, String family, int operations, long bestKnown, Path file) {
        /** Of the file: reentrant job shops are written like others. */
        String format() {
            return problem.startsWith("jsp") ? "jsp" : problem;
        }
    }

    private final Map<String, Instance> byName = new LinkedHashMap<>();

    /** @param only when not empty, all others are passed over */
    Instances(Path folder, List<String> only) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("bounds.csv"));
        List<String> header = Arrays.asList(lines.getFirst().split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            String best = cells[header.indexOf("best_known")];
            String name = cells[header.indexOf("instance")];
            if (!only.isEmpty() && !only.contains(name)) {
                continue;
            }
            byName.put(
                    name,
                    new Instance(
                            name,
                            cells[header.indexOf("problem")],
                            cells[header.indexOf("family")],
                            Integer.parseInt(cells[header.indexOf("operations")]),
                            best.isEmpty() ? 0 : Long.parseLong(best),
                            folder.resolve(cells[cells.length - 1])));
        }
    }

    /** Those of the names that are there; all of the given families when {@code all}. */
    List<Instance> choose(boolean all, List<String> names, List<String> families) {
        List<Instance> chosen = new ArrayList<>();
        for (Instance instance : byName.values()) {
            if (all ? families.contains(instance.family()) : names.contains(instance.name())) {
                chosen.add(instance);
            }
        }
        return chosen;
    }
}
