package org.millwright.factory.catalog;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.millwright.factory.catalog.solid.Drawing;
import org.millwright.factory.catalog.solid.Rings;
import org.millwright.factory.catalog.solid.SolidBuilder;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.design.ThreeMf;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.springframework.stereotype.Service;

/** Two parts of our own for those who have no file at hand: one is printed, one is cut; each has something to find. */
@Service
public class Samples {
    private final Designs designs;

    Samples(Designs designs) {
        this.designs = designs;
    }

    /** The printed sample. */
    public static Mesh traySolid() {
        Region outer = region(rounded(0, 0, 84, 56, 8));
        Region inner = region(rounded(2.4, 0.7, 81.6, 53.6, 6));
        double floor = 2.4;
        double height = 24;
        return new SolidBuilder()
                .floor(outer, 0)
                .walls(outer, 0, height)
                .ceiling(new Region(outer.outer(), List.of(inner.outer())), height)
                .walls(inner, height, floor)
                .ceiling(inner, floor)
                .build();
    }

    /** The cut sample. */
    public static Region plateShape() {
        List<Ring> holes = new ArrayList<>();
        for (double x : new double[] {9, 111}) {
            for (double y : new double[] {9, 61}) {
                holes.add(circle(x, y, 2.7));
            }
        }
        holes.add(circle(40, 35, 16));
        holes.add(rounded(70, 29, 102, 41, 6));
        holes.add(circle(86, 55, 0.6));
        return new Region(rounded(0, 0, 120, 70, 10), holes);
    }

    /** A tray with a lid's rim, one wall of which is thinner than prints well. */
    public Design tray(FactoryId factory, Actor actor) {
        byte[] file = ThreeMf.write(traySolid(), Colour.PETROL.hex());
        return designs.upload(factory, "sample tray.3mf", new ByteArrayInputStream(file), null, actor);
    }

    /** A mounting plate with a slot, a bore and holes, one of which is too small for its sheet. */
    public Design plate(FactoryId factory, Actor actor) {
        byte[] file = Drawing.dxf(List.of(plateShape())).getBytes(StandardCharsets.UTF_8);
        return designs.upload(factory, "sample plate.dxf", new ByteArrayInputStream(file), null, actor);
    }

    private static Region region(Ring ring) {
        return new Region(ring, List.of());
    }

    private static Ring circle(double x, double y, double radius) {
        return rounded(x - radius, y - radius, x + radius, y + radius, radius);
    }

    private static Ring rounded(double left, double bottom, double right, double top, double radius) {
        return Rings.rounded(left, bottom, right, top, radius);
    }
}
