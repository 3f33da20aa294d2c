package org.millwright.processes.printing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.nesting.plates.PlatePart;
import org.millwright.processes.Setup;
import org.millwright.processes.printing.toolpaths.raster.Shadow;

/** Solids as parts for the plates of the nesting engine. */
public final class PlatePieces {
    private static final int BANDS = 4;

    private PlatePieces() {}

    /**
     * A part as it stands in its file.
     *
     * @param dueDay smaller is more urgent
     * @param underOthers whether others may reach under or over it, as its shadows at four heights allow; its
     *     supports then stand on the plate under everything that hangs over
     * @param printS time to print one
     */
    public static PlatePart of(
            String id, Mesh mesh, int copies, int dueDay, Setup setup, boolean underOthers, double printS) {
        Region whole = Shadow.of(mesh);
        Bounds box = mesh.bounds();
        return new PlatePart(
                id,
                Shadow.polygon(whole),
                box.sizeZ(),
                copies,
                new FilamentPrinting().layoutRules(setup).orientations(),
                "",
                dueDay,
                underOthers ? bands(mesh, whole, PrintSettings.from(setup).get(PrintValue.SUPPORTS) >= 0.5) : List.of(),
                printS);
    }

    private static List<PlatePart.Band> bands(Mesh mesh, Region whole, boolean supported) {
        double bottom = mesh.bounds().min().z();
        double heightMm = mesh.bounds().sizeZ();
        List<PlatePart.Band> bands = new ArrayList<>();
        for (int band = BANDS - 1; band >= 0; band--) {
            double low = heightMm * band / BANDS;
            double high = band == BANDS - 1 ? heightMm : heightMm * (band + 1) / BANDS;
            Region shadow = Shadow.between(mesh, bottom + low, supported ? bottom + heightMm : bottom + high, whole);
            bands.add(new PlatePart.Band(low, high, Shadow.polygon(shadow)));
        }
        Collections.reverse(bands);
        return bands;
    }
}
