package org.millwright.processes.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.millwright.processes.Parts.alone;
import static org.millwright.processes.Parts.printer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Mesh;
import org.millwright.processes.Program;
import org.millwright.processes.ProgramRefused;
import org.millwright.processes.Setup;
import org.millwright.processes.printing.external.PrusaSlicer;

/** The slicer installed beside ours, when a set-up asks for it. */
class ExternalSlicingTest {
    /** Stands on a small foot, its sides leaning out steeply. */
    private static final Mesh FUNNEL = new Mesh(
            new double[] {6, 6, 0, 14, 6, 0, 14, 14, 0, 6, 14, 0, 0, 0, 4, 20, 0, 4, 20, 20, 4, 0, 20, 4}, new int[] {
                0, 2, 1, 0, 3, 2, 4, 5, 6, 4, 6, 7, 0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6, 3, 0, 4, 3, 4,
                7
            });

    private final Setup chosen = printer(Map.of("externalSlicer", 1.0));

    @TempDir
    Path folder;

    @Test
    void theBuiltInSlicerWarnsOfOverhangs() {
        assertThat(new FilamentPrinting().check(FUNNEL, printer(Map.of())))
                .extracting(Finding::check)
                .contains("overhang");
    }

    @Test
    void aMissingSlicerBlocksAndIsNamed() {
        var printing = new FilamentPrinting(folder.toString());
        assertThat(printing.check(FUNNEL, chosen))
                .filteredOn(Finding::blocks)
                .extracting(Finding::check)
                .containsExactly("slicer-missing");
        assertThatThrownBy(() -> printing.program(alone(FUNNEL, 50, 50), chosen))
                .isInstanceOf(ProgramRefused.class)
                .hasMessageContaining("not installed");
    }

    @Test
    void whatAFailingSlicerSaysReachesWhoPlans() throws Exception {
        Path script = folder.resolve("prusa-slicer");
        Files.writeString(script, "#!/bin/sh\necho objects could not fit on the bed; exit 1\n");
        assumeTrue(script.toFile().setExecutable(true), "skipped: this system has no executable scripts");
        var printing = new FilamentPrinting(folder.toString());
        assertThatThrownBy(() -> printing.program(alone(FUNNEL, 50, 50), chosen))
                .isInstanceOf(ProgramRefused.class)
                .hasMessageContaining("could not fit");
        assertThatThrownBy(() -> printing.estimate(FUNNEL, chosen)).hasMessageContaining("could not fit");
    }

    @Test
    void theRealOneAddsSupportsAndTheOverhangIsNoRisk() throws Exception {
        assumeTrue(
                PrusaSlicer.findExecutable(System.getenv().getOrDefault("PATH", ""))
                        .isPresent(),
                "skipped: PrusaSlicer is not installed");
        var printing = new FilamentPrinting();
        assertThat(printing.check(FUNNEL, chosen))
                .extracting(Finding::check)
                .doesNotContain("overhang", "slicer-missing");
        Program supported = printing.program(alone(FUNNEL, 50, 50), chosen);
        Program bare = printing.program(alone(FUNNEL, 50, 50), printer(Map.of("externalSlicer", 1.0, "supports", 0.0)));
        assertThat(supported.text()).contains(";TYPE:Support material");
        assertThat(supported.massG()).isGreaterThan(bare.massG());
        assertThat(printing.estimate(FUNNEL, chosen).consumedMassG()).isGreaterThan(bare.massG());
        assertThat(printing.program(alone(FUNNEL, 50, 50), chosen)).isEqualTo(supported);
    }
}
