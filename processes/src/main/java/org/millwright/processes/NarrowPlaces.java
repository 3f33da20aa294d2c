package org.millwright.processes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.outline.Regions;

/** How wide openings and bridges of material are, found by shrinking until nothing is left. */
public final class NarrowPlaces {
    private static final int STEPS = 12;
    /** Narrow bridges are measured to within a hundredth of the probed width. */
    private static final int BRIDGE_STEPS = 7;
    /** Share of the square of the probed width that an acute corner, 27° or blunter, loses when it is rounded. */
    private static final double CORNER_SHARE = 0.7;
    /** Smaller losses are numerical. */
    private static final double TRACE_SHARE = 0.02;
    /** Curves are approached by chords, so a little of a bridge is lost at any width. */
    private static final double TRACE_OF_BRIDGE = 0.02;
    /** Turns sharper than this are corners, flatter ones belong to curves. */
    private static final double CORNER_SINE = 0.35;

    /** Half the way round a strip is at least this many times the probed width. */
    private static final double STRIP = 3;

    private NarrowPlaces() {}

    /**
     * A bridge of material narrower than asked for.
     *
     * @param strip whether it is a good deal longer than wide, like a wall, and not the tip of something
     */
    public record Thin(double widthMm, double x, double y, boolean strip) {}

    /** Diameter of the largest circle that fits into the ring, within 1 %. */
    public static double widest(Ring ring) {
        Region opening = new Region(ring.signedAreaMm2() < 0 ? ring.reversed() : ring, List.of());
        Bounds box = new Outline(List.of(opening), List.of()).bounds();
        double vanishes = Math.min(box.sizeX(), box.sizeY()) * 1.001;
        double remains = 0;
        for (int step = 0; step < STEPS; step++) {
            double tried = (vanishes + remains) / 2;
            if (Regions.grow(List.of(opening), -tried / 2).isEmpty()) {
                vanishes = tried;
            } else {
                remains = tried;
            }
        }
        return remains;
    }

    /** The narrowest bridge below {@code limitMm}; null when there is none. */
    public static @Nullable Thin thinnest(Region region, double limitMm) {
        Region bridge = widestLost(region, limitMm);
        return bridge == null ? null : measured(region, bridge, limitMm);
    }

    /** As {@link #thinnest}, but null also when it is no {@link Thin#strip}. */
    public static @Nullable Thin thinnestStrip(Region region, double limitMm) {
        Region bridge = widestLost(region, limitMm);
        return bridge == null || !isStrip(bridge, limitMm) ? null : measured(region, bridge, limitMm);
    }

    private static @Nullable Region widestLost(Region region, double limitMm) {
        Region bridge = null;
        for (Region rest : lostBelow(region, limitMm)) {
            bridge = isBridge(rest, region, limitMm) && (bridge == null || rest.areaMm2() > bridge.areaMm2())
                    ? rest
                    : bridge;
        }
        return bridge;
    }

    private static Thin measured(Region region, Region bridge, double limitMm) {
        double thick = limitMm, thin = 0;
        Region narrowest = bridge;
        for (int step = 0; step < BRIDGE_STEPS; step++) {
            double tried = (thick + thin) / 2;
            Region trace = traceOf(
                    bridge,
                    lostBelow(region, tried),
                    Math.max(TRACE_SHARE * tried * tried, TRACE_OF_BRIDGE * bridge.areaMm2()));
            if (trace == null) {
                thin = tried;
            } else {
                thick = tried;
                narrowest = trace;
            }
        }
        return new Thin(thick, narrowest.outer().x(0), narrowest.outer().y(0), isStrip(bridge, limitMm));
    }

    private static boolean isStrip(Region bridge, double limitMm) {
        return bridge.boundaryMm() / 2 > STRIP * limitMm;
    }

    /** Discs round off corners and narrow places alike; what is small and has a corner in it is a corner. */
    private static boolean isBridge(Region lost, Region region, double widthMm) {
        double share = lost.areaMm2() / (widthMm * widthMm);
        return share > CORNER_SHARE || (share > TRACE_SHARE && !hasCorner(lost, region));
    }

    private static boolean hasCorner(Region lost, Region region) {
        boolean found = hasCorner(lost, region.outer());
        for (int i = 0; !found && i < region.holes().size(); i++) {
            found = hasCorner(lost, region.holes().get(i));
        }
        return found;
    }

    private static boolean hasCorner(Region lost, Ring boundary) {
        Bounds box = new Outline(List.of(lost), List.of()).bounds();
        for (int i = 0; i < boundary.size(); i++) {
            double x = boundary.x(i), y = boundary.y(i);
            boolean near = x >= box.min().x() - 1e-6
                    && x <= box.max().x() + 1e-6
                    && y >= box.min().y() - 1e-6
                    && y <= box.max().y() + 1e-6;
            int before = Math.floorMod(i - 1, boundary.size()), after = (i + 1) % boundary.size();
            double ax = x - boundary.x(before), ay = y - boundary.y(before);
            double bx = boundary.x(after) - x, by = boundary.y(after) - y;
            if (near && ax * by - ay * bx > CORNER_SINE * Math.hypot(ax, ay) * Math.hypot(bx, by)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Region traceOf(Region bridge, List<Region> lost, double leastMm2) {
        for (Region rest : lost) {
            boolean here = !Regions.intersection(List.of(rest), List.of(bridge)).isEmpty();
            if (here && rest.areaMm2() > leastMm2) {
                return rest;
            }
        }
        return null;
    }

    /** What a disc of this diameter cannot reach without leaving the region. */
    private static List<Region> lostBelow(Region region, double widthMm) {
        List<Region> opened = Regions.grow(Regions.grow(List.of(region), -widthMm / 2), widthMm / 2 * 1.001);
        return Regions.difference(List.of(region), opened);
    }
}
