package org.millwright.bench.estimate;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.reading.DesignReader;
import org.millwright.processes.Equipment;
import org.millwright.processes.Estimate;
import org.millwright.processes.Material;
import org.millwright.processes.MaterialForm;
import org.millwright.processes.Processes;
import org.millwright.processes.Setup;
import org.millwright.processes.manufacturability.Making;
import org.millwright.processes.manufacturability.Manufacturability;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;

/**
 * {@code bench estimate --models DIR}: holds estimates of printing against a table of what a slicer said. The folder has
 * {@code truth_fdm_slices.csv} (file, infill, supports, return code, seconds, filament mm, mm³, …, support mm³) and one
 * {@code .ini} with the slicer's settings; {@code --all} prints each row.
 */
public final class EstimateFigures {
    /** Shorter prints are mostly travel from and to rest, told in whole seconds by the slicer. */
    private static final double TRIVIAL_S = 100;

    private static final int WARM_UP = 60;

    private EstimateFigures() {}

    /** Errors of one row, in percent; support is negative where the slicer grew none. */
    private record Errors(double time, double filament, double support) {}

    public static void measure(Path work, String... options) throws Exception {
        Path models = null;
        boolean all = false;
        for (int i = 0; i < options.length; i++) {
            all |= options[i].equals("--all");
            if (options[i].equals("--models") && i + 1 < options.length) {
                models = Path.of(options[i + 1]);
            }
        }
        if (models == null || !Files.exists(models.resolve("truth_fdm_slices.csv"))) {
            System.out.println(
                    "Give --models DIR with truth_fdm_slices.csv, the models it names and the slicer's .ini.");
            return;
        }
        accuracy(models, all);
        speed(models);
    }

    private static void accuracy(Path models, boolean all) throws Exception {
        PrintSettings settings = settings(models);
        Map<String, List<Errors>> errors = new TreeMap<>();
        List<String> rows = Files.readAllLines(models.resolve("truth_fdm_slices.csv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            if (!cells[3].equals("0")) {
                continue;
            }
            double timeS = Double.parseDouble(cells[4]);
            double mm3 = Double.parseDouble(cells[5]) * settings.filamentMm2();
            double supportMm3 = Double.parseDouble(cells[12]);
            Estimate estimate = estimate(models.resolve(cells[0]), settings, cells[1], cells[2]);
            double support = estimate.terms().getOrDefault("supportMm3", 0.0);
            var error = new Errors(
                    // Whole seconds, as the slicer tells them.
                    100 * (estimate.machineTime().toSeconds() / timeS - 1),
                    100 * (estimate.terms().getOrDefault("filamentMm3", 0.0) / mm3 - 1),
                    supportMm3 > 0 ? 100 * Math.abs(support / supportMm3 - 1) : -1);
            if (all) {
                System.out.printf(
                        Locale.ROOT,
                        "%-40s %3s %% supports %s: time %+6.1f %%, filament %+6.2f %%, support %.0f of %.0f mm³%n",
                        cells[0],
                        cells[1],
                        cells[2],
                        error.time(),
                        error.filament(),
                        support,
                        supportMm3);
            }
            String kind =
                    timeS < TRIVIAL_S ? "under 100 s" : cells[1] + " %" + (cells[2].equals("1") ? " + supports" : "");
            errors.computeIfAbsent(kind, key -> new ArrayList<>()).add(error);
            if (timeS >= TRIVIAL_S) {
                errors.computeIfAbsent("all of 100 s and more", key -> new ArrayList<>())
                        .add(error);
            }
            errors.computeIfAbsent("every row", key -> new ArrayList<>()).add(error);
        }
        errors.forEach((kind, list) -> System.out.printf(
                Locale.ROOT,
                "| %s (%d) | time mean %.2f %%, p90 %.1f %%, worst %.1f %% | filament mean %.2f %%, worst %.1f %% | support mean %.0f %%, median %.0f %% |%n",
                kind,
                list.size(),
                mean(list.stream().mapToDouble(e -> Math.abs(e.time())).toArray()),
                quantile(list.stream().mapToDouble(e -> Math.abs(e.time())).toArray(), 0.9),
                quantile(list.stream().mapToDouble(e -> Math.abs(e.time())).toArray(), 1),
                mean(list.stream().mapToDouble(e -> Math.abs(e.filament())).toArray()),
                quantile(list.stream().mapToDouble(e -> Math.abs(e.filament())).toArray(), 1),
                mean(list.stream()
                        .mapToDouble(Errors::support)
                        .filter(e -> e >= 0)
                        .toArray()),
                quantile(
                        list.stream()
                                .mapToDouble(Errors::support)
                                .filter(e -> e >= 0)
                                .toArray(),
                        0.5)));
    }

    /** Warm times of the part with the most triangles: by the clock and processor time of all threads, best and median. */
    private static void speed(Path models) throws Exception {
        Path largest = models;
        int most = 0;
        List<Path> parts;
        try (var files = Files.list(models.resolve("stl"))) {
            parts = files.sorted().toList();
        }
        for (Path part : parts) {
            int triangles = mesh(part).triangleCount();
            if (triangles > most) {
                most = triangles;
                largest = part;
            }
        }
        PrintSettings settings = settings(models);
        Mesh mesh = mesh(largest);
        Path file = largest;
        System.out.printf(
                Locale.ROOT,
                "| %s, %d triangles, warm, best and median by the clock and CPU | reading and estimate %s | the same with supports %s | manufacturability %s |%n",
                largest.getFileName(),
                most,
                timesMs(() -> estimate(file, settings, "15", "0")),
                timesMs(() -> estimate(file, settings, "15", "1")),
                timesMs(() -> Manufacturability.findings(mesh, Making.FILAMENT, Map.of())));
    }

    private static String timesMs(Callable<?> work) throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var clock = new double[WARM_UP];
        var processor = new double[WARM_UP];
        for (int run = -WARM_UP; run < WARM_UP; run++) {
            long clockBefore = System.nanoTime(), before = system.getProcessCpuTime();
            work.call();
            if (run >= 0) {
                clock[run] = (System.nanoTime() - clockBefore) / 1e6;
                processor[run] = (system.getProcessCpuTime() - before) / 1e6;
            }
        }
        return String.format(
                Locale.ROOT,
                "%.0f and %.0f ms, CPU %.0f and %.0f ms",
                quantile(clock, 0),
                quantile(clock, 0.5),
                quantile(processor, 0),
                quantile(processor, 0.5));
    }

    private static PrintSettings settings(Path models) throws IOException {
        try (var files = Files.list(models)) {
            return PrintSettings.fromIni(files.filter(file -> file.toString().endsWith(".ini"))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new IOException("No .ini file in " + models)));
        }
    }

    private static Estimate estimate(Path file, PrintSettings settings, String infill, String supports)
            throws Exception {
        Map<String, Double> options = new HashMap<>();
        for (PrintValue value : PrintValue.values()) {
            options.put(value.key(), settings.get(value));
        }
        options.put(PrintValue.INFILL.key(), Double.parseDouble(infill));
        options.put(PrintValue.SUPPORTS.key(), Double.parseDouble(supports));
        var material =
                new Material("filament", MaterialForm.FILAMENT, settings.get(PrintValue.DENSITY), null, Map.of());
        var setup = new Setup(material, new Equipment("printer", 1000, 1000, 1000, Map.of()), options);
        return Processes.getProcess("printing").estimate(mesh(file), setup);
    }

    private static Mesh mesh(Path file) throws Exception {
        String name = String.valueOf(file.getFileName());
        return (Mesh) DesignReader.read(file, name, ReadLimits.USUAL).shape();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? Double.NaN : sum / values.length;
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }
}
