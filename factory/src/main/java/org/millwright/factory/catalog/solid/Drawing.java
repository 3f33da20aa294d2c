package org.millwright.factory.catalog.solid;

import java.util.List;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/** Writes flat pieces as a DXF drawing in millimetres: a closed polyline for every ring. */
public final class Drawing {
    private Drawing() {}

    public static String dxf(List<Region> regions) {
        var text =
                new StringBuilder("0\nSECTION\n2\nHEADER\n9\n$INSUNITS\n70\n4\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n");
        for (Region region : regions) {
            polyline(text, region.outer());
            region.holes().forEach(hole -> polyline(text, hole));
        }
        return text.append("0\nENDSEC\n0\nEOF\n").toString();
    }

    private static void polyline(StringBuilder text, Ring ring) {
        text.append("0\nLWPOLYLINE\n8\n0\n90\n").append(ring.size()).append("\n70\n1\n");
        for (int i = 0; i < ring.size(); i++) {
            text.append("10\n")
                    .append(ring.x(i))
                    .append("\n20\n")
                    .append(ring.y(i))
                    .append('\n');
        }
    }
}
