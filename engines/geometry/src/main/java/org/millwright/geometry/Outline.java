package org.millwright.geometry;

import java.util.List;

/**
 * A flat design: regions to be cut out, and chains of segments that do not close. Curves have been flattened with a chord
 * error of at most 0.01 mm.
 *
 * @param openChains each chain as x, y of its points in turn
 * @param remarks what was noticed while the drawing was read and can no longer be seen in the result, for instance lines
 *     that were drawn twice or things of a kind that cannot be cut
 */
public record Outline(List<Region> regions, List<Chain> openChains, List<Finding> remarks) implements Shape {
    /** A chain of segments whose ends do not meet; x, y of each point in turn. */
    public record Chain(List<Point> points) {
        public Chain {
            points = List.copyOf(points);
        }
    }

    public Outline {
        regions = List.copyOf(regions);
        openChains = List.copyOf(openChains);
        remarks = List.copyOf(remarks);
    }

    public Outline(List<Region> regions, List<Chain> openChains) {
        this(regions, openChains, List.of());
    }

    @Override
    public Bounds bounds() {
        double minX = Double.POSITIVE_INFINITY, minY = minX, maxX = Double.NEGATIVE_INFINITY, maxY = maxX;
        for (Region region : regions) {
            Ring ring = region.outer();
            for (int i = 0; i < ring.size(); i++) {
                minX = Math.min(minX, ring.x(i));
                maxX = Math.max(maxX, ring.x(i));
                minY = Math.min(minY, ring.y(i));
                maxY = Math.max(maxY, ring.y(i));
            }
        }
        for (Chain chain : openChains) {
            for (Point point : chain.points()) {
                minX = Math.min(minX, point.x());
                maxX = Math.max(maxX, point.x());
                minY = Math.min(minY, point.y());
                maxY = Math.max(maxY, point.y());
            }
        }
        if (minX > maxX) {
            return new Bounds(Point.flat(0, 0), Point.flat(0, 0));
        }
        return new Bounds(Point.flat(minX, minY), Point.flat(maxX, maxY));
    }

    @Override
    public Outline scaled(double factor) {
        return new Outline(
                regions.stream().map(region -> region.scaled(factor)).toList(),
                openChains.stream()
                        .map(chain -> new Chain(chain.points().stream()
                                .map(point -> Point.flat(point.x() * factor, point.y() * factor))
                                .toList()))
                        .toList(),
                remarks.stream().map(remark -> remark.scaled(factor)).toList());
    }
}
