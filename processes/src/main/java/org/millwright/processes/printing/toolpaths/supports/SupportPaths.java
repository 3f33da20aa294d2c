package org.millwright.processes.printing.toolpaths.supports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.outline.Regions;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.toolpaths.Role;
import org.millwright.processes.printing.toolpaths.ToolPath;
import org.millwright.processes.printing.toolpaths.raster.Mask;

/** The lines that draw layers of supports. Equal layers in a row are drawn alike. Not thread-safe. */
public final class SupportPaths {
    private final PrintSettings settings;
    private Supports.@Nullable Layer last;
    private List<ToolPath> lastPaths = List.of();

    public SupportPaths(PrintSettings settings) {
        this.settings = settings;
    }

    public List<ToolPath> of(Supports.Layer layer) {
        if (last != null && last.sameAs(layer)) {
            return lastPaths;
        }
        last = layer;
        lastPaths = draw(layer, settings);
        return lastPaths;
    }

    /** The lines of one layer. */
    public static List<ToolPath> draw(Supports.Layer layer, PrintSettings settings) {
        var paths = new ArrayList<ToolPath>();
        double width = settings.lineWidthMm();
        double beadMm2 = ToolPath.spacingMm(width, layer.heightMm()) * layer.heightMm();
        double spacing = ToolPath.spacingMm(width, settings.layerMm());
        for (Region region : inset(layer.open(), spacing / 2)) {
            paths.add(ToolPath.loop(Role.SUPPORT, region.outer(), beadMm2));
            for (Ring hole : region.holes()) {
                paths.add(ToolPath.loop(Role.SUPPORT, hole, beadMm2));
            }
        }
        boolean foot = layer.onBed();
        double apart = Supports.apartMm(settings, foot);
        double onBlocks = layer.open().grid().rowMm(0);
        // Lines are laid from the middle of the part.
        double middle = layer.open().grid().columnMm(layer.open().grid().columns() / 2.0);
        List<Region> within = inset(layer.open(), 1.5 * spacing);
        EdgeSnakes.fill(within, !foot, apart, foot ? middle : onBlocks, Role.SUPPORT, beadMm2, paths);
        List<Region> closed = inset(layer.closed(), spacing / 2);
        EdgeSnakes.fill(closed, false, spacing, middle + spacing / 2, Role.SUPPORT_INTERFACE, beadMm2, paths);
        return paths;
    }

    private static List<Region> inset(Mask area, double mm) {
        if (area.isEmpty()) {
            return List.of();
        }
        double cell = area.grid().cellMm();
        return Regions.growSharp(Regions.simplified(area.smoothRegions(), 0.3 * cell), -mm);
    }
}
