package org.millwright.machines.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.millwright.geometry.Bounds;
import org.millwright.machines.virtual.VirtualProfile;

/** Runs every {@code cases/*.case}: expectations reckoned by hand, then a line of dashes, then the program. */
class GoldenCasesTest {
    @TestFactory
    Stream<DynamicTest> programsDoWhatHandReckoningSays() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(GoldenCasesTest.class.getResource("/cases"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> check(file)))
                    .toList()
                    .stream();
        }
    }

    private static void check(Path file) throws IOException {
        String[] parts = Files.readString(file).split("(?m)^-----\\R", 2);
        var expected = new LinkedHashMap<String, String>();
        for (String line :
                parts[0].lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            int colon = line.indexOf(':');
            expected.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        ExecutionReport report =
                ProgramExecution.run(parts[1], profile(Objects.requireNonNull(expected.remove("machine"))));
        expected.putIfAbsent("violations", "");
        for (Map.Entry<String, String> entry : expected.entrySet()) {
            verify(report, entry.getKey(), entry.getValue());
        }
    }

    private static void verify(ExecutionReport report, String name, String value) {
        switch (name) {
            case "timeS" -> close(name, report.timeS(), value);
            case "filamentMm" -> close(name, report.filamentMm(), value);
            case "cutLengthMm" -> close(name, report.cutLengthMm(), value);
            case "energyWh" -> close(name, report.energyWh(), value);
            case "moves" -> assertThat(report.moves()).as(name).isEqualTo(Integer.parseInt(value));
            case "layers" -> assertThat(report.layers()).as(name).isEqualTo(Integer.parseInt(value));
            case "pierces" -> assertThat(report.pierces()).as(name).isEqualTo(Integer.parseInt(value));
            case "extents" -> box(name, Objects.requireNonNull(report.extents()), value);
            case "workExtents" -> box(name, Objects.requireNonNull(report.workExtents()), value);
            case "violations" ->
                assertThat(report.violations().stream()
                                .map(v -> v.line() + " " + v.kind())
                                .collect(Collectors.joining(", ")))
                        .as(name)
                        .isEqualTo(value);
            default -> throw new IllegalArgumentException("No expectation is called " + name);
        }
    }

    /** A value, and after {@code +-} how far off it may be; a hundred thousandth without. */
    private static void close(String name, double actual, String value) {
        String[] parts = value.split("\\+-");
        double expected = Double.parseDouble(parts[0].strip());
        double off = parts.length > 1 ? Double.parseDouble(parts[1].strip()) : 1e-5 * Math.max(1, Math.abs(expected));
        assertThat(actual).as(name).isCloseTo(expected, within(off));
    }

    private static void box(String name, Bounds box, String value) {
        double[] n = Arrays.stream(value.split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[] actual = {
            box.min().x(),
            box.min().y(),
            box.min().z(),
            box.max().x(),
            box.max().y(),
            box.max().z()
        };
        assertThat(actual).as(name).containsExactly(n, within(1e-6));
    }

    private static VirtualProfile profile(String words) {
        String[] parts = words.split("\\s+");
        VirtualProfile profile = VirtualProfile.of(VirtualProfile.Kind.of(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            String[] setting = parts[i].split("=");
            double value = Double.parseDouble(setting[1]);
            profile = switch (setting[0]) {
                case "jerk" -> profile.withJerk(value);
                case "acceleration" -> profile.withAcceleration(value);
                default -> throw new IllegalArgumentException(parts[i]);
            };
        }
        return profile;
    }
}
