package org.millwright.processes.manufacturability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Point;
import org.millwright.geometry.Severity;
import org.millwright.geometry.features.Cylinder;
import org.millwright.geometry.features.Thickness;

/** What is looked at on bent sheet: one thickness, bends of even radius, flanges that a brake can hold, holes off the bends. */
final class BendingRules {
    private static final double LEAST_SHEET_SHARE = 0.6;
    /** A sheet has the volume of its sides times half its thickness; rods of that thickness have half as much. */
    private static final double LEAST_VOLUME_SHARE = 0.75;

    private BendingRules() {}

    static void judge(SolidFeatures features, Notes notes) {
        double thickness = sheetMm(features);
        if (thickness == 0) {
            notes.add(Finding.of("no-sheet", Severity.BLOCKING));
            return;
        }
        notes.most("thick-sheet", "maxThicknessMm", thickness, null, Map.of());
        List<Cylinder> bends = new ArrayList<>();
        for (Cylinder cylinder : features.cylinders()) {
            if (cylinder.hollow() && !cylinder.whole() && isBend(cylinder, features.cylinders(), thickness)) {
                bends.add(cylinder);
                notes.least(
                        "tight-bend",
                        "minInnerRadiusThicknesses",
                        cylinder.diameterMm() / 2 / thickness,
                        cylinder.centre(),
                        Map.of("radiusMm", cylinder.diameterMm() / 2, "thicknessMm", thickness));
            }
        }
        for (Cylinder bend : bends) {
            flange(features, bend, thickness, notes);
            for (Cylinder hole : features.listHoles()) {
                double beyond = distance(hole.centre(), bend) - hole.diameterMm() / 2 - bend.diameterMm() / 2;
                if (!hole.along(bend.axis().x(), bend.axis().y(), bend.axis().z())) {
                    notes.least(
                            "hole-near-bend",
                            "minHoleToBendThicknesses",
                            beyond / thickness,
                            hole.centre(),
                            Map.of("diameterMm", hole.diameterMm()));
                }
            }
        }
        for (Cylinder hole : features.listHoles()) {
            notes.least(
                    "small-sheet-hole",
                    "minHoleThicknesses",
                    hole.diameterMm() / thickness,
                    hole.centre(),
                    Map.of("diameterMm", hole.diameterMm(), "thicknessMm", thickness));
        }
    }

    /** The thickness that most of the surface has; 0 when there is no such. */
    static double sheetMm(SolidFeatures features) {
        double best = 0, area = 0;
        for (Thickness.Wall wall : features.thickness().walls()) {
            if (wall.areaMm2() > area) {
                area = wall.areaMm2();
                best = wall.thicknessMm();
            }
        }
        double same = 0;
        for (Thickness.Wall wall : features.thickness().walls()) {
            same += Math.abs(wall.thicknessMm() - best) < 0.1 * best ? wall.areaMm2() : 0;
        }
        boolean sheet = same > LEAST_SHEET_SHARE * features.surface().areaMm2()
                && features.surface().volumeMm3() > LEAST_VOLUME_SHARE * best * same / 2
                && features.cavities().count() == 0;
        return sheet ? best : 0;
    }

    /** An inner radius with an outer one around the same axis, one thickness farther out. */
    private static boolean isBend(Cylinder inner, List<Cylinder> cylinders, double thickness) {
        for (Cylinder outer : cylinders) {
            double wall = (outer.diameterMm() - inner.diameterMm()) / 2;
            if (!outer.hollow()
                    && Math.abs(wall - thickness) < 0.15 * thickness
                    && outer.along(
                            inner.axis().x(), inner.axis().y(), inner.axis().z())
                    && distance(outer.centre(), inner) < 0.2 * thickness) {
                return true;
            }
        }
        return false;
    }

    /**
     * The shorter of the flat pieces on both sides of a bend, measured as on drawings: from the outside of the bend, which is
     * a radius and a thickness beyond the line where the flat piece begins.
     */
    private static void flange(SolidFeatures features, Cylinder bend, double thickness, Notes notes) {
        double straight = Flanges.shortestMm(features, bend);
        if (Double.isFinite(straight)) {
            double radius = bend.diameterMm() / 2;
            double flange = straight + radius + thickness;
            notes.least(
                    "short-flange",
                    "minFlangeThicknesses",
                    (flange - radius) / thickness,
                    bend.centre(),
                    Map.of("flangeMm", flange));
        }
    }

    private static double distance(Point place, Cylinder cylinder) {
        double x = place.x() - cylinder.centre().x();
        double y = place.y() - cylinder.centre().y();
        double z = place.z() - cylinder.centre().z();
        double along = x * cylinder.axis().x()
                + y * cylinder.axis().y()
                + z * cylinder.axis().z();
        return Math.sqrt(Math.max(0, x * x + y * y + z * z - along * along));
    }
}
