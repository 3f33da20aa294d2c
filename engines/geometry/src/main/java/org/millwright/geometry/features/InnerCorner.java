package org.millwright.geometry.features;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.millwright.geometry.Point;
import org.millwright.geometry.surface.Surface;

/**
 * A corner between two walls that a round tool has to reach into, its axis along the tool.
 *
 * @param radiusMm 0 when the walls meet in a sharp edge
 * @param depthMm extent along the axis
 */
public record InnerCorner(double radiusMm, double depthMm, Point at) {
    /** Walls that meet more sharply than this make a sharp corner: the sine and cosine bound 50° to 130°. */
    private static final double SHARP = 0.75;

    /**
     * Rounded and sharp inner corners along a direction of length one, sharpest first.
     *
     * @param cylinders those of the surface
     */
    public static List<InnerCorner> along(Surface surface, List<Cylinder> cylinders, Point d) {
        var corners = new ArrayList<InnerCorner>();
        for (Cylinder cylinder : cylinders) {
            if (cylinder.hollow() && !cylinder.whole() && cylinder.along(d.x(), d.y(), d.z())) {
                corners.add(new InnerCorner(cylinder.diameterMm() / 2, cylinder.depthMm(), cylinder.centre()));
            }
        }
        for (int face = 0; face < surface.count(); face++) {
            for (int edge = 0; edge < 3; edge++) {
                int other = surface.neighbour(face, edge);
                if (other > face && surface.convexity(face, edge) < -SHARP && edgeAlong(surface, face, edge, d)) {
                    int next = (edge + 1) % 3;
                    double x = surface.at(face, edge, 0), y = surface.at(face, edge, 1), z = surface.at(face, edge, 2);
                    double ex = surface.at(face, next, 0) - x;
                    double ey = surface.at(face, next, 1) - y;
                    double ez = surface.at(face, next, 2) - z;
                    double depth = Math.sqrt(ex * ex + ey * ey + ez * ez);
                    corners.add(new InnerCorner(0, depth, new Point(x + ex / 2, y + ey / 2, z + ez / 2)));
                }
            }
        }
        corners.sort(Comparator.comparingDouble(InnerCorner::radiusMm));
        return corners;
    }

    private static boolean edgeAlong(Surface surface, int face, int edge, Point d) {
        int next = (edge + 1) % 3;
        double ex = surface.at(face, next, 0) - surface.at(face, edge, 0);
        double ey = surface.at(face, next, 1) - surface.at(face, edge, 1);
        double ez = surface.at(face, next, 2) - surface.at(face, edge, 2);
        double length = Math.sqrt(ex * ex + ey * ey + ez * ez);
        return length > 0 && Math.abs(ex * d.x() + ey * d.y() + ez * d.z()) > 0.999 * length;
    }
}
