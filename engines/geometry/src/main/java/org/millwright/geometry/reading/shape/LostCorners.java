package org.millwright.geometry.reading.shape;

import java.util.List;
import java.util.Map;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Point;
import org.millwright.geometry.Severity;

/**
 * Facets with corners that are no place (not a number, or infinite). Such a corner is put between the others of its
 * facet as a vertex of its own: the facet then has no area, and the gap it leaves can be seen and filled.
 */
public final class LostCorners {
    private final VertexWeld weld;
    private int count;
    private int firstFacet;
    private Point firstPlace = new Point(0, 0, 0);

    public LostCorners(VertexWeld weld) {
        this.weld = weld;
    }

    /** Adds a facet; {@code corners} holds x, y, z of three corners in turn. False when no corner has a place. */
    public boolean add(double[] corners, int facet) {
        double x = 0, y = 0, z = 0;
        int placed = 0;
        for (int at = 0; at < 9; at += 3) {
            if (isPlace(corners, at)) {
                x += corners[at];
                y += corners[at + 1];
                z += corners[at + 2];
                placed++;
            }
        }
        if (placed == 0) {
            return false;
        }
        for (int at = 0; at < 9; at += 3) {
            if (isPlace(corners, at)) {
                weld.corner(corners[at], corners[at + 1], corners[at + 2]);
            } else {
                weld.cornerOfItsOwn(x / placed, y / placed, z / placed);
                if (count++ == 0) {
                    firstFacet = facet;
                    firstPlace = new Point(x / placed, y / placed, z / placed);
                }
            }
        }
        return true;
    }

    public List<Finding> findings() {
        return count == 0
                ? List.of()
                : List.of(Finding.of("lost-corners", Severity.WARNING)
                        .with(Map.of("count", count, "facet", firstFacet))
                        .at(firstPlace));
    }

    private static boolean isPlace(double[] corners, int at) {
        return Double.isFinite(corners[at]) && Double.isFinite(corners[at + 1]) && Double.isFinite(corners[at + 2]);
    }
}
