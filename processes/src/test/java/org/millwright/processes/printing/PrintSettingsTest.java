package org.millwright.processes.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millwright.processes.Parts.printer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintSettingsTest {
    @TempDir
    Path folder;

    @Test
    void theOrderWinsOverTheMaterialAndTheMachine() {
        assertThat(PrintSettings.from(printer(Map.of("nozzleC", 225.0))).get(PrintValue.NOZZLE_TEMPERATURE))
                .isEqualTo(225);
        assertThat(PrintSettings.from(printer(Map.of())).get(PrintValue.NOZZLE_TEMPERATURE))
                .isEqualTo(210);
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        PrintSettings settings = new PrintSettings(
                Map.of(PrintValue.INFILL, 35.0, PrintValue.LAYER, 0.15, PrintValue.FLOW, 97.0, PrintValue.BRIM, 4.0));
        Path file = Files.writeString(folder.resolve("a.ini"), PrintSettingsFile.write(settings));
        PrintSettings read = PrintSettings.fromIni(file);
        for (PrintValue value : PrintValue.values()) {
            if (!value.iniKey().isEmpty()) {
                assertThat(read.get(value)).as(value.key()).isEqualTo(settings.get(value));
            }
        }
    }

    @Test
    void percentagesAndListsAreUnderstood() throws Exception {
        Path file = Files.writeString(folder.resolve("b.ini"), """
                # comment
                fill_density = 20%
                temperature = 215,210
                unknown_key = whatever
                """);
        PrintSettings read = PrintSettings.fromIni(file);
        assertThat(read.infillShare()).isEqualTo(0.2);
        assertThat(read.get(PrintValue.NOZZLE_TEMPERATURE)).isEqualTo(215);
    }

    @Test
    void aValueThatIsNoNumberIsNamedWithItsLine() throws Exception {
        Path file = Files.writeString(folder.resolve("c.ini"), "perimeters = 2\nlayer_height = thin\n");
        assertThatThrownBy(() -> PrintSettings.fromIni(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("layer_height")
                .hasMessageContaining("thin");
    }
}
