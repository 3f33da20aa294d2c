package org.millwright.geometry.outline;

import org.millwright.geometry.Bounds;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Point;
import org.millwright.geometry.Region;

/**
 * What an outline measures.
 *
 * @param closedLoops outer rings and holes
 * @param holes how many of the closed loops are holes
 * @param cutLengthMm length of all closed loops and open chains
 * @param areaMm2 of the regions, without their holes
 */
public record OutlineMeasures(
        int closedLoops, int openChains, int holes, double cutLengthMm, double areaMm2, Bounds bounds) {

    public static OutlineMeasures of(Outline outline) {
        int holes = 0;
        double length = 0;
        double area = 0;
        for (Region region : outline.regions()) {
            holes += region.holes().size();
            length += region.boundaryMm();
            area += region.areaMm2();
        }
        for (Outline.Chain chain : outline.openChains()) {
            length += lengthMm(chain);
        }
        return new OutlineMeasures(
                outline.regions().size() + holes, outline.openChains().size(), holes, length, area, outline.bounds());
    }

    static double lengthMm(Outline.Chain chain) {
        double length = 0;
        for (int i = 1; i < chain.points().size(); i++) {
            Point from = chain.points().get(i - 1);
            Point to = chain.points().get(i);
            length += Math.hypot(to.x() - from.x(), to.y() - from.y());
        }
        return length;
    }
}
