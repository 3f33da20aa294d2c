package org.millwright.processes.manufacturability;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Point;
import org.millwright.geometry.Severity;
import org.millwright.geometry.features.Access;
import org.millwright.geometry.features.Cylinder;
import org.millwright.geometry.features.InnerCorner;

/** What is looked at on solids that are milled from three axes. */
final class MillingRules {
    private static final double LEAST_CORNER_DEPTH_MM = 0.5;
    private static final int MOST_CORNERS = 12;

    private MillingRules() {}

    static void judge(SolidFeatures features, Notes notes) {
        SolidRules.walls(features, notes);
        access(features, notes);
        for (Cylinder hole : features.listHoles()) {
            notes.least(
                    "narrow-hole", "minHoleMm", hole.diameterMm(), hole.centre(), Map.of("depthMm", hole.depthMm()));
            notes.most(
                    "deep-hole",
                    "maxHoleDepthDiameters",
                    hole.depthMm() / hole.diameterMm(),
                    hole.centre(),
                    Map.of("depthMm", hole.depthMm(), "diameterMm", hole.diameterMm()));
        }
        if (features.cavities().count() > 0) {
            notes.add(Finding.of("unreachable", Severity.BLOCKING)
                    .with(Map.of("share", 1.0))
                    .at(place(features.cavities().at(), features)));
        }
        corners(features, notes);
    }

    private static void access(SolidFeatures features, Notes notes) {
        Access access = features.access();
        Point hidden = access.unreachableAt();
        if (hidden != null && features.cavities().count() == 0) {
            notes.add(Finding.of("unreachable", Severity.BLOCKING)
                    .with(Map.of("share", 100 * access.unreachableShare()))
                    .at(hidden));
        }
        Point undercut = access.undercutAt();
        if (undercut != null && access.undercutShare() > access.unreachableShare()) {
            notes.add(Finding.of("undercut", Severity.REVIEW)
                    .with(Map.of(
                            "value",
                            100 * access.undercutShare(),
                            "limit",
                            0.0,
                            "unit",
                            "% of the surface",
                            "setups",
                            access.setups().size()))
                    .at(undercut));
        }
        notes.most("many-setups", "maxSetups", access.setups().size(), null, Map.of());
    }

    private static void corners(SolidFeatures features, Notes notes) {
        // Tools run along the side that reaches most: the first setup.
        List<Point> setups = features.access().setups();
        Point tool = setups.isEmpty() ? new Point(0, 0, 1) : setups.getFirst();
        List<InnerCorner> corners = InnerCorner.along(features.surface(), features.cylinders(), tool).stream()
                .filter(corner -> corner.depthMm() >= LEAST_CORNER_DEPTH_MM)
                .toList();
        for (InnerCorner corner : corners.subList(0, Math.min(MOST_CORNERS, corners.size()))) {
            if (corner.radiusMm() == 0) {
                notes.add(Finding.of("sharp-corner", Severity.WARNING)
                        .with(Map.of(
                                "depthMm", corner.depthMm(), "value", 0.0, "limit", corner.depthMm() / 3, "unit", "mm"))
                        .measured(0, corner.depthMm() / 3)
                        .at(corner.at()));
            } else {
                notes.least("small-corner", "minCornerMm", corner.radiusMm(), corner.at(), Map.of());
                notes.least(
                        "deep-corner",
                        "minCornerPerDepth",
                        corner.radiusMm() / corner.depthMm(),
                        corner.at(),
                        Map.of(
                                "radiusMm",
                                corner.radiusMm(),
                                "depthMm",
                                corner.depthMm(),
                                "toolMm",
                                2 * corner.radiusMm() / 1.3));
            }
        }
    }

    private static Point place(@Nullable Point at, SolidFeatures features) {
        return at == null ? features.mesh().bounds().min() : at;
    }
}
