package org.millwright.bench.nesting;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.millwright.nesting.Budget;
import org.millwright.nesting.io.StripLayout;
import org.millwright.nesting.io.StripNesting;

/**
 * Bins: how many pieces of stock a search takes, and how many one that runs ten times longer. Instances of bins in a folder
 * are taken as they are; the strips that come along become bins by cutting the strip into pieces half as long again as it
 * is high.
 */
final class BinFigures {
    private static final double PIECE = 1.5;
    private static final Pattern HEIGHT = Pattern.compile("\"strip_height\"\\s*:\\s*([0-9.eE+]+)");

    private BinFigures() {}

    static void print(Path work, Instances instances, double seconds) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%n| bins | pieces after %.0f CPU-s | after %.0f CPU-s | all placed |%n|---|---|---|---|%n",
                seconds,
                10 * seconds);
        for (Instances.Instance instance : instances.all()) {
            Path bins = binsOf(work, instance);
            StripLayout brief = run(bins, seconds);
            StripLayout thorough = run(bins, 10 * seconds);
            System.out.printf(
                    "| %s | %d | %d | %s |%n",
                    instance.name(),
                    brief.layout().used().size(),
                    thorough.layout().used().size(),
                    brief.layout().unplaced().isEmpty()
                            && thorough.layout().unplaced().isEmpty());
        }
    }

    private static Path binsOf(Path work, Instances.Instance instance) throws IOException {
        String json = Files.readString(instance.file());
        Matcher height = HEIGHT.matcher(json);
        if (!height.find()) {
            return instance.file();
        }
        double high = Double.parseDouble(height.group(1));
        String bins = String.format(
                Locale.ROOT,
                "\"bins\":[{\"id\":\"sheet\",\"stock\":40,\"cost\":1,\"shape\":{\"type\":\"simple_polygon\",\"data\":[[0,0],[%s,0],[%s,%s],[0,%s]]}}]",
                PIECE * high,
                PIECE * high,
                high,
                high);
        Path written = work.resolve(instance.name() + ".bins.json");
        Files.writeString(written, height.replaceFirst(Matcher.quoteReplacement(bins)), StandardCharsets.UTF_8);
        return written;
    }

    private static StripLayout run(Path bins, double seconds) {
        var threads = ManagementFactory.getThreadMXBean();
        return StripNesting.run(
                bins,
                Budget.ofSeconds(seconds),
                1,
                nesting -> nesting.timedBy(threads::getCurrentThreadCpuTime),
                better -> {});
    }
}
