package org.millwright.processes.manufacturability;

import java.util.List;
import java.util.Map;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Point;
import org.millwright.geometry.Severity;
import org.millwright.geometry.features.Cavities;
import org.millwright.geometry.features.Cylinder;
import org.millwright.geometry.features.Orientation;
import org.millwright.geometry.features.Thickness;
import org.millwright.geometry.features.Underside;
import org.millwright.geometry.features.Undersides;

/** What is looked at on solids that are made layer by layer, and how large any part may be. */
final class SolidRules {
    private static final int MOST_WALLS = 8;
    /** A wall must cover this much to be one and no ridge. */
    private static final double LEAST_WALL_MM2 = 1;
    /** Of undersides only the largest are told. */
    private static final int MOST_UNDERSIDES = 8;
    /** Undersides smaller than this hold by themselves. */
    private static final double LEAST_UNDERSIDE_MM2 = 4;
    /** Another orientation must be better by this much of the score to be worth mentioning. */
    private static final double CLEARLY_BETTER = 0.1;

    private SolidRules() {}

    static void envelope(SolidFeatures features, Map<String, Double> values, Notes notes) {
        Bounds box = features.mesh().bounds();
        double[] part = {box.sizeX(), box.sizeY()};
        double width = values.getOrDefault("widthMm", Double.POSITIVE_INFINITY);
        double depth = values.getOrDefault("depthMm", Double.POSITIVE_INFINITY);
        double height = values.getOrDefault("heightMm", Double.POSITIVE_INFINITY);
        boolean fits = Math.max(part[0], part[1]) <= Math.max(width, depth)
                && Math.min(part[0], part[1]) <= Math.min(width, depth)
                && box.sizeZ() <= height;
        if (!fits) {
            notes.add(Finding.of("too-large", Severity.BLOCKING)
                    .with(Map.of(
                            "sizeX",
                            part[0],
                            "sizeY",
                            part[1],
                            "sizeZ",
                            box.sizeZ(),
                            "width",
                            width,
                            "depth",
                            depth,
                            "height",
                            height)));
        }
    }

    static void layered(SolidFeatures features, Making making, Notes notes) {
        walls(features, notes);
        holesAndPins(features, notes);
        cavities(features, making, notes);
        notes.limits().find("maxOverhangDeg").ifPresent(limit -> {
            undersides(features, limit, notes);
            orientation(features, limit.recommended(), notes);
        });
        Thickness thickness = features.thickness();
        notes.most("massive", "maxSolidMm", thickness.thickestMm(), thickness.thickestAt(), Map.of());
        base(features, notes);
    }

    static void walls(SolidFeatures features, Notes notes) {
        int noted = 0;
        for (Thickness.Wall wall : features.thickness().walls()) {
            if (wall.areaMm2() >= LEAST_WALL_MM2 && noted < MOST_WALLS) {
                int before = notes.findings().size();
                notes.least("thin", "minWallMm", wall.thicknessMm(), wall.at(), Map.of("areaMm2", wall.areaMm2()));
                noted += notes.findings().size() - before;
            }
        }
    }

    static void holesAndPins(SolidFeatures features, Notes notes) {
        for (Cylinder cylinder : features.cylinders()) {
            if (cylinder.whole()) {
                notes.least(
                        cylinder.hollow() ? "narrow-hole" : "slim-pin",
                        cylinder.hollow() ? "minHoleMm" : "minPinMm",
                        cylinder.diameterMm(),
                        cylinder.centre(),
                        Map.of("depthMm", cylinder.depthMm()));
            }
        }
    }

    private static void cavities(SolidFeatures features, Making making, Notes notes) {
        Cavities cavities = features.cavities();
        Point at = cavities.at();
        if (cavities.count() > 0 && at != null) {
            // Filament leaves nothing in a cavity but supports; resin and powder stay in it for ever.
            notes.add(Finding.of("trapped", making == Making.FILAMENT ? Severity.REVIEW : Severity.WARNING)
                    .with(Map.of(
                            "count",
                            cavities.count(),
                            "value",
                            cavities.volumeMm3(),
                            "limit",
                            0.0,
                            "unit",
                            "mm³",
                            "source",
                            "what cannot leave stays inside"))
                    .at(at));
        } else {
            drains(features, notes);
        }
    }

    /** Holes that lead from a wider space inside to the outside let resin or powder out only when they are wide enough. */
    private static void drains(SolidFeatures features, Notes notes) {
        if (notes.limits()
                .find("escapeHoleMm")
                .map(limit -> limit.recommended() <= 0)
                .orElse(true)) {
            return;
        }
        var access = features.access();
        Point hidden = access.unreachableAt();
        if (hidden == null) {
            return;
        }
        List<Cylinder> through = features.listHoles().stream()
                .filter(hole ->
                        hole.open() && hole.depthMm() < features.mesh().bounds().sizeZ())
                .toList();
        if (!through.isEmpty()) {
            Cylinder widest = through.getLast();
            notes.least("narrow-drain", "escapeHoleMm", widest.diameterMm(), widest.centre(), Map.of());
        }
    }

    private static void undersides(SolidFeatures features, Limits.Limit limit, Notes notes) {
        int told = 0;
        for (Underside underside : Undersides.of(features.surface(), limit.recommended() + 0.5)) {
            if (underside.areaMm2() < LEAST_UNDERSIDE_MM2 || told == MOST_UNDERSIDES) {
                break;
            }
            int before = notes.findings().size();
            if (underside.bridges()) {
                notes.most(
                        "long-bridge",
                        "maxBridgeMm",
                        underside.spanMm(),
                        underside.at(),
                        Map.of("areaMm2", underside.areaMm2()));
            } else {
                notes.add(Finding.of("steep-overhang", Severity.REVIEW)
                        .with(Map.of(
                                "value",
                                underside.leanDeg(),
                                "limit",
                                limit.recommended(),
                                "unit",
                                limit.unit(),
                                "source",
                                limit.source(),
                                "areaMm2",
                                underside.areaMm2()))
                        .at(underside.at()));
            }
            told += notes.findings().size() - before;
        }
    }

    private static void orientation(SolidFeatures features, double limitDeg, Notes notes) {
        var weights = Orientation.Weights.USUAL;
        Orientation drawn = Orientation.of(
                features.surface(), features.tree(), features.views(), limitDeg, weights, new Point(0, 0, 1));
        double volume = Math.max(1e-9, features.surface().volumeMm3());
        notes.most(
                "much-support",
                "maxSupportShare",
                drawn.supportMm3() / volume,
                null,
                Map.of("supportMm3", drawn.supportMm3()));
        Orientation best = Orientation.candidates(
                        features.surface(), features.tree(), features.views(), limitDeg, weights)
                .getFirst();
        if (best.score() < drawn.score() - CLEARLY_BETTER) {
            notes.add(Finding.of("lay-down", Severity.REVIEW)
                    .with(Map.of(
                            "upX",
                            best.up().x(),
                            "upY",
                            best.up().y(),
                            "upZ",
                            best.up().z(),
                            "supportMm3",
                            best.supportMm3(),
                            "supportNowMm3",
                            drawn.supportMm3(),
                            "heightMm",
                            best.heightMm(),
                            "heightNowMm",
                            drawn.heightMm(),
                            "value",
                            drawn.score(),
                            "limit",
                            best.score())));
        }
    }

    private static void base(SolidFeatures features, Notes notes) {
        Bounds box = features.mesh().bounds();
        Orientation drawn = Orientation.of(
                features.surface(),
                features.tree(),
                features.views(),
                90,
                Orientation.Weights.USUAL,
                new Point(0, 0, 1));
        if (drawn.bedMm2() > 0.3 * box.sizeX() * box.sizeY()) {
            double longest = Math.max(box.sizeX(), box.sizeY());
            notes.most("warping-base", "maxFlatBaseMm", longest, box.min(), Map.of("bedMm2", drawn.bedMm2()));
        }
    }
}
