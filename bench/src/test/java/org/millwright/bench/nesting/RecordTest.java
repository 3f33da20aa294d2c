package org.millwright.bench.nesting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.millwright.json.JsonFields;
import org.millwright.json.JsonReader;
import org.millwright.nesting.io.StripNesting;

/** Layouts that are denser than any published ones hold, and are as dense as is said of them. */
class RecordTest {
    private static final Path RECORDS = Path.of("src/main/resources/nesting/records");

    /** Published with the sparrow project, any run length. */
    private static final double BEST_KNOWN_DENSITY = 0.7055;

    @Test
    void gardeyn5IsLaidOutDenserThanPublished() throws Exception {
        Path layout = RECORDS.resolve("gardeyn5-layout.json");
        assertThat(StripNesting.check(RECORDS.resolve("gardeyn5.json"), layout)).isEmpty();
        double density = JsonFields.of("The layout", JsonReader.read(Files.readString(layout)))
                .number("density");
        assertThat(density).isGreaterThan(BEST_KNOWN_DENSITY + 0.0005);
    }
}
