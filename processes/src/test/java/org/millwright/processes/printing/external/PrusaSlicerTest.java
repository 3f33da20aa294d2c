package org.millwright.processes.printing.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.millwright.processes.Parts.alone;
import static org.millwright.processes.Parts.box;
import static org.millwright.processes.Parts.printer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.processes.Program;
import org.millwright.processes.ProgramRefused;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.external.PrusaSlicer.Limits;
import org.millwright.processes.printing.program.Bed;

class PrusaSlicerTest {
    private static final Bed BED = new Bed(250, 210, 210);

    private final PrintSettings settings = PrintSettings.from(printer(Map.of()));

    @TempDir
    Path folder;

    @Test
    void readsTimeAndFilamentFromTheComments() throws ProgramRefused {
        SlicedFile sliced = SlicedFile.of("""
                ; filament used [mm] = 1314.83
                ; estimated printing time (normal mode) = 1d 2h 22m 16s
                """);
        assertThat(sliced.filamentMm()).isEqualTo(1314.83);
        assertThat(sliced.time()).isEqualTo(Duration.parse("P1DT2H22M16S"));
    }

    @Test
    void saysThatItIsNotInstalled() {
        assertThatThrownBy(() -> PrusaSlicer.installed(folder.toString(), Limits.USUAL))
                .isInstanceOf(ProgramRefused.class)
                .hasMessageContaining("not installed");
    }

    @Test
    void passesOnWhatAFailingSlicerSays() throws Exception {
        PrusaSlicer failing = script("echo the part is a teapot; exit 3");
        assertThatThrownBy(() -> failing.slice(alone(box(10, 10, 10), 50, 50), settings, BED, false))
                .isInstanceOf(ProgramRefused.class)
                .hasMessageContaining("3")
                .hasMessageContaining("teapot");
    }

    @Test
    void endsASlicerThatTakesTooLong() throws Exception {
        PrusaSlicer slow = script("exec sleep 60");
        assertThatThrownBy(() -> slow.slice(alone(box(10, 10, 10), 50, 50), settings, BED, false))
                .isInstanceOf(ProgramRefused.class)
                .hasMessageContaining("did not finish");
    }

    @Test
    @Tag("slow")
    void theRealOneAgreesWithOurEstimate() throws Exception {
        var executable = PrusaSlicer.findExecutable(System.getenv().getOrDefault("PATH", ""));
        assumeTrue(executable.isPresent(), "skipped: PrusaSlicer is not installed");
        Program program = new PrusaSlicer(executable.orElseThrow(), Limits.USUAL)
                .slice(alone(box(20, 20, 20), 60, 60), settings, BED, false);
        double filamentMm3 = program.terms().get("filamentMm3");
        var ours =
                new org.millwright.processes.printing.FilamentPrinting().estimate(box(20, 20, 20), printer(Map.of()));
        assertThat(ours.terms().get("filamentMm3")).isCloseTo(filamentMm3, within(0.06 * filamentMm3));
        assertThat(ours.terms().get("printingS"))
                .isCloseTo(
                        program.terms().get("printingS"),
                        within(0.1 * program.terms().get("printingS")));
        assertThat(program.text()).startsWith("; build test-build").contains("M109 S210");
    }

    private PrusaSlicer script(String body) throws Exception {
        Path script = folder.resolve("prusa-slicer");
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        assumeTrue(script.toFile().setExecutable(true), "skipped: this system has no executable scripts");
        return new PrusaSlicer(script, new Limits(Duration.ofMillis(body.contains("sleep") ? 300 : 20_000), 4096));
    }
}
