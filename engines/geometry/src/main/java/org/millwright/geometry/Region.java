package org.millwright.geometry;

import java.util.List;

/** A piece of the plane: a counter-clockwise outer ring with clockwise holes strictly inside it. */
public record Region(Ring outer, List<Ring> holes) {
    public Region {
        outer = outer.signedAreaMm2() < 0 ? outer.reversed() : outer;
        holes = holes.isEmpty() ? List.of() : clockwise(holes);
    }

    private static List<Ring> clockwise(List<Ring> holes) {
        var turned = new Ring[holes.size()];
        for (int i = 0; i < turned.length; i++) {
            Ring hole = holes.get(i);
            turned[i] = hole.signedAreaMm2() > 0 ? hole.reversed() : hole;
        }
        return List.of(turned);
    }

    public double areaMm2() {
        double area = outer.signedAreaMm2();
        for (Ring hole : holes) {
            area += hole.signedAreaMm2();
        }
        return area;
    }

    /** Length of all rings, outer and holes. */
    public double boundaryMm() {
        double length = outer.lengthMm();
        for (Ring hole : holes) {
            length += hole.lengthMm();
        }
        return length;
    }

    public Region placed(double degrees, double dx, double dy) {
        return new Region(
                outer.placed(degrees, dx, dy),
                holes.stream().map(hole -> hole.placed(degrees, dx, dy)).toList());
    }

    public Region scaled(double factor) {
        return new Region(
                outer.scaled(factor),
                holes.stream().map(hole -> hole.scaled(factor)).toList());
    }
}
