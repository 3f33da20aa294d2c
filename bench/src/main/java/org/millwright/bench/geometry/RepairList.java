package org.millwright.bench.geometry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.DesignReader;
import org.millwright.geometry.repair.MeshRepair;
import org.millwright.geometry.repair.Repaired;

/** Prints what the repair makes of each mesh named on the command line: {@code file,volume,watertight,actions}. */
public final class RepairList {
    private RepairList() {}

    public static void main(String[] files) throws IOException {
        for (String name : files) {
            Path file = Path.of(name);
            try {
                Mesh mesh =
                        (Mesh) DesignReader.read(file, name, ReadLimits.USUAL).shape();
                Repaired repaired = MeshRepair.of(mesh);
                var actions = new StringBuilder();
                repaired.actions()
                        .forEach(action -> actions.append("%s×%d %.9g→%.9g  "
                                .formatted(
                                        action.kind().id(),
                                        action.count(),
                                        action.volumeBeforeMm3(),
                                        action.volumeAfterMm3())));
                System.out.printf(
                        Locale.ROOT,
                        "%s,%.12g,%s,%s%n",
                        file.getFileName(),
                        repaired.volumeAfterMm3(),
                        repaired.watertight(),
                        actions.toString().strip());
            } catch (UnreadableShape refused) {
                System.out.printf("%s,,,%s%n", file.getFileName(), refused.detail());
            }
        }
    }
}
