package org.millwright.processes.cutting;

import java.util.List;
import org.millwright.processes.Threshold;

/** What laser cutting can make. Factors are in sheet thicknesses, other lengths in millimetres. */
final class CutLimits {
    private static final String JOB_SHOPS = "usual practice of laser job shops (Xometry, Ponoko design guides)";

    static final Threshold HOLE_RECOMMENDED = new Threshold("minHoleThicknesses", 1.0, JOB_SHOPS);
    static final Threshold HOLE_FEASIBLE = new Threshold("feasibleHoleThicknesses", 0.5, JOB_SHOPS);
    static final Threshold WEB = new Threshold("minWebThicknesses", 1.0, JOB_SHOPS);
    static final Threshold SMALLEST_PART = new Threshold("minPartMm", 10, JOB_SHOPS);
    static final Threshold FEATURE_KERFS =
            new Threshold("minFeatureKerfs", 2.0, "a slot narrower than two kerfs burns out to an unknown width");

    private CutLimits() {}

    static List<Threshold> listLimits() {
        return List.of(HOLE_RECOMMENDED, HOLE_FEASIBLE, WEB, SMALLEST_PART, FEATURE_KERFS);
    }
}
