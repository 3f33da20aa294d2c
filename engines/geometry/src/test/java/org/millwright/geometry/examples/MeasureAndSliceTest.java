package org.millwright.geometry.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.geometry.Uploads;

class MeasureAndSliceTest {
    @TempDir
    Path folder;

    @Test
    void exampleReportsSolidsAndFlatParts() throws Exception {
        Path solid = Files.write(folder.resolve("slot.stl"), Uploads.model("own-dfm_tslot.stl"));
        Path flat = Files.write(folder.resolve("disc.dxf"), Uploads.dxf("CIRCLE 10=0 20=0 40=5"));
        assertThat(MeasureAndSlice.report(solid))
                .startsWith("25600.0 mm³ in 44 triangles")
                .contains("GOOD: The part");
        assertThat(MeasureAndSlice.report(flat)).contains("to cut").contains("GOOD: All contours");
    }
}
