package org.millwright.processes.printing.toolpaths.supports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.outline.Regions;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import org.millwright.processes.printing.toolpaths.Fill;
import org.millwright.processes.printing.toolpaths.Role;
import org.millwright.processes.printing.toolpaths.ToolPath;
import org.millwright.processes.printing.toolpaths.raster.Mask;

/** The lines that draw layers of supports. Equal layers in a row are drawn alike. Not thread-safe. */
public final class SupportPaths {
    private static final double JOINED_SPACINGS = 1.5;

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
        var paths = new ArrayList<ToolPath>();
        double width = settings.lineWidthMm();
        double spacing = ToolPath.spacingMm(width, layer.heightMm());
        double beadMm2 = spacing * layer.heightMm();
        if (layer.onBed()) {
            double apart = spacing / (settings.get(PrintValue.SUPPORT_FOOT_DENSITY) / 100);
            fill(layer.open(), false, Role.SUPPORT, width / 2, apart, beadMm2, paths);
            fill(layer.closed(), false, Role.SUPPORT_INTERFACE, width / 2, spacing, beadMm2, paths);
        } else {
            double apart = settings.get(PrintValue.SUPPORT_SPACING) + spacing;
            List<Region> loops = inset(layer.open(), width / 2);
            for (Region region : loops) {
                paths.add(ToolPath.loop(Role.SUPPORT, region.outer(), beadMm2));
                for (Ring hole : region.holes()) {
                    paths.add(ToolPath.loop(Role.SUPPORT, hole, beadMm2));
                }
            }
            fill(layer.open(), true, Role.SUPPORT, width / 2 + spacing, apart, beadMm2, paths);
            fill(layer.closed(), false, Role.SUPPORT_INTERFACE, width / 2, spacing, beadMm2, paths);
        }
        last = layer;
        lastPaths = paths;
        return paths;
    }

    private static void fill(
            Mask area,
            boolean alongRows,
            Role role,
            double insetMm,
            double apartMm,
            double beadMm2,
            List<ToolPath> paths) {
        if (!area.isEmpty()) {
            new Fill(inset(area, insetMm), area, 0, alongRows)
                    .lines(area, role, apartMm, JOINED_SPACINGS * apartMm, beadMm2, paths);
        }
    }

    private static List<Region> inset(Mask area, double mm) {
        if (area.isEmpty()) {
            return List.of();
        }
        double cell = area.grid().cellMm();
        return Regions.growSharp(Regions.simplified(area.regions(), 1.2 * cell), -mm);
    }
}
