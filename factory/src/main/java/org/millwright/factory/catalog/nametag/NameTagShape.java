package org.millwright.factory.catalog.nametag;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.catalog.font.Lettering;
import org.millwright.factory.catalog.font.TrueTypeFont;
import org.millwright.factory.catalog.solid.Rings;
import org.millwright.factory.catalog.solid.SolidBuilder;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.outline.Regions;

/**
 * A name tag as a closed solid on z 0: a plate with round corners, as large as its letters need, with the letters on it or
 * in it. Letters lie inside the plate and do not touch its edge.
 *
 * @param plate seen from above, hole included
 * @param letters seen from above
 */
public record NameTagShape(NameTag tag, Region plate, List<Region> letters) {
    private static final double MARGIN = 0.55;
    private static final double HOLE_RADIUS_MM = 2;
    private static final double HOLE_WALL_MM = 2.4;
    /** Finer than any nozzle follows. */
    private static final double DETAIL_MM = 0.01;

    public NameTagShape {
        letters = List.copyOf(letters);
    }

    public static NameTagShape of(NameTag tag) {
        List<Region> letters =
                Regions.simplified(Lettering.of(tag.text(), TrueTypeFont.nunito(), tag.letterMm()), DETAIL_MM);
        Bounds box = new Outline(letters, List.of()).bounds();
        double margin = Math.max(2, MARGIN * tag.letterMm());
        double left = box.min().x() - margin - (tag.hole() ? 2 * HOLE_RADIUS_MM + HOLE_WALL_MM : 0);
        double right = box.max().x() + margin;
        // The plate is as high as for capitals, so that tags of one size match; deep or high letters make it higher.
        double bottom = Math.min(0, box.min().y()) - margin;
        double top = Math.max(tag.letterMm(), box.max().y()) + margin;
        Ring edge = Rings.rounded(left, bottom, right, top, margin);
        List<Ring> holes = tag.hole() ? List.of(hole(left + HOLE_WALL_MM, (bottom + top) / 2)) : List.of();
        return new NameTagShape(tag, new Region(edge, holes), letters);
    }

    /** The solid. Its volume is that of the plate, with that of the letters added or taken away. */
    public Mesh solid() {
        double surface = tag.plateMm();
        double end = tag.engraved() ? surface - tag.reliefMm() : surface + tag.reliefMm();
        var solid = new SolidBuilder().floor(plate, 0).walls(plate, 0, surface);
        solid.ceiling(around(plate.outer(), plate.holes(), null), surface);
        for (Region letter : letters) {
            solid.ceiling(letter, end).walls(letter, surface, end);
            for (Ring inside : letter.holes()) {
                solid.ceiling(around(inside, List.of(), letter), surface);
            }
        }
        return solid.build();
    }

    /** What is left of the plate inside a ring: without the letters that stand directly in it. */
    private Region around(Ring ring, List<Ring> holes, @Nullable Region owner) {
        List<Ring> all = new ArrayList<>(holes);
        for (Region letter : letters) {
            if (!letter.equals(owner) && within(letter, ring) && innermost(letter, owner)) {
                all.add(letter.outer());
            }
        }
        return new Region(ring, all);
    }

    private static boolean within(Region letter, Ring ring) {
        Ring outer = letter.outer();
        return Regions.contains(new Region(ring, List.of()), outer.x(0), outer.y(0));
    }

    /** Whether no letter but the owner has it in one of its holes, as the sign for copyright has its C. */
    private boolean innermost(Region letter, @Nullable Region owner) {
        return letters.stream()
                .filter(other -> !other.equals(letter) && !other.equals(owner))
                .flatMap(other -> other.holes().stream())
                .noneMatch(hole -> within(letter, hole));
    }

    private static Ring hole(double left, double middleY) {
        return Rings.rounded(
                left, middleY - HOLE_RADIUS_MM, left + 2 * HOLE_RADIUS_MM, middleY + HOLE_RADIUS_MM, HOLE_RADIUS_MM);
    }
}
