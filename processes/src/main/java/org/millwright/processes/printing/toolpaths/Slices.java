package org.millwright.processes.printing.toolpaths;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.outline.Regions;
import org.millwright.geometry.slicing.Slicer;
import org.millwright.processes.printing.PrintSettings;

/**
 * A part cut into layers at half of each layer's height. Layers of the same outline share one number, its
 * <em>profile</em>, so that a straight-walled part is planned once and not a hundred times.
 */
final class Slices {
    /** Detail finer than this cannot be drawn by any nozzle. */
    static final double SIMPLIFIED_MM = 0.0125;
    /** Profiles that agree on this grid are the same. */
    private static final double SAME_MM = 0.002;
    /** Profile number of a layer above or below the part. */
    static final int AIR = -1;

    private static final List<Region> NOTHING = List.of();

    private final LayerHeights heights;
    private final int[] profiles;
    private final List<List<Region>> regions = new ArrayList<>();

    Slices(Mesh mesh, PrintSettings settings) {
        heights = LayerHeights.of(mesh.bounds(), settings);
        double[] cuts = heights.cutsMm(mesh.bounds().min().z());
        profiles = new int[heights.count()];
        Map<String, Integer> known = new HashMap<>();
        int layer = 0;
        for (List<Region> slice : Slicer.layers(mesh, cuts)) {
            List<Region> plain = Regions.simplified(slice, SIMPLIFIED_MM);
            profiles[layer++] = known.computeIfAbsent(signature(plain), same -> {
                regions.add(plain);
                return regions.size() - 1;
            });
        }
    }

    int count() {
        return profiles.length;
    }

    /** Height of the layer's upper side above the bed. */
    double topMm(int layer) {
        return heights.topMm(layer);
    }

    double heightMm(int layer) {
        return heights.heightMm(layer);
    }

    /** The layer's profile; {@link #AIR} outside the part. */
    int profile(int layer) {
        return layer < 0 || layer >= profiles.length ? AIR : profiles[layer];
    }

    List<Region> regions(int profile) {
        return profile == AIR ? NOTHING : regions.get(profile);
    }

    /** Equal for equal outlines wherever their rings begin and however many points lie on their straight edges. */
    private static String signature(List<Region> regions) {
        var rings = new ArrayList<String>();
        for (Region region : regions) {
            rings.add(signature(region.outer()));
            region.holes().forEach(hole -> rings.add(signature(hole)));
        }
        rings.sort(null);
        return String.join(";", rings);
    }

    private static String signature(Ring ring) {
        var corners = new long[2 * ring.size()];
        int count = 0;
        for (int i = 0; i < ring.size(); i++) {
            int before = Math.floorMod(i - 1, ring.size()), after = (i + 1) % ring.size();
            double ax = ring.x(i) - ring.x(before), ay = ring.y(i) - ring.y(before);
            double bx = ring.x(after) - ring.x(i), by = ring.y(after) - ring.y(i);
            if (Math.abs(ax * by - ay * bx) > 1e-6 * Math.hypot(ax, ay) * Math.hypot(bx, by)) {
                corners[2 * count] = Math.round(ring.x(i) / SAME_MM);
                corners[2 * count + 1] = Math.round(ring.y(i) / SAME_MM);
                count++;
            }
        }
        int start = 0;
        for (int i = 1; i < count; i++) {
            boolean lower = corners[2 * i] < corners[2 * start]
                    || (corners[2 * i] == corners[2 * start] && corners[2 * i + 1] < corners[2 * start + 1]);
            start = lower ? i : start;
        }
        var turned = new long[2 * count];
        for (int i = 0; i < 2 * count; i++) {
            turned[i] = corners[(2 * start + i) % (2 * count)];
        }
        return Arrays.toString(turned);
    }
}
