package org.millwright.bench.nesting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Strip packing instances with the best density known for each: those that come along, or those in a folder. */
record Instances(List<Instance> all) {
    private static final List<String> CLASSICS =
            List.of("albano", "fu", "jakobs1", "shapes0", "shapes1", "shirts", "swim");

    /** @param bestPct best density known in per cent, NaN when nobody told */
    record Instance(String name, Path file, double bestPct) {}

    /** The seven classics. */
    static Instances classics(Path work) throws IOException {
        Map<String, Double> best = best(new String(resource("best_known.csv"), StandardCharsets.UTF_8));
        List<Instance> all = new ArrayList<>();
        for (String name : CLASSICS) {
            Path file = work.resolve(name + ".json");
            Files.write(file, resource(name + ".json"));
            all.add(new Instance(name, file, best.getOrDefault(name, Double.NaN)));
        }
        return new Instances(all);
    }

    /** All JSON files of a folder, with best densities where they are known. */
    static Instances in(Path folder) throws IOException {
        Map<String, Double> best = best(new String(resource("best_known.csv"), StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.list(folder)) {
            return new Instances(files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> {
                        String name = file.getFileName().toString().replace(".json", "");
                        return new Instance(name, file, best.getOrDefault(name, Double.NaN));
                    })
                    .toList());
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Instances.class.getResourceAsStream("/nesting/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The instance %s is not part of this build.".formatted(name));
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Double> best(String csv) {
        Map<String, Double> best = new LinkedHashMap<>();
        csv.lines().skip(1).forEach(line -> {
            String[] fields = line.split(",", -1);
            best.put(fields[0], Double.valueOf(fields[1]));
        });
        return best;
    }
}
