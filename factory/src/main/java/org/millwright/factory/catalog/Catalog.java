package org.millwright.factory.catalog;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.millwright.factory.catalog.box.BoxOptions;
import org.millwright.factory.catalog.box.BoxPanels;
import org.millwright.factory.catalog.nametag.NameTag;
import org.millwright.factory.catalog.nametag.NameTagShape;
import org.millwright.factory.catalog.solid.Drawing;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.design.ThreeMf;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.stereotype.Service;

/** Makes designs of products and their options; from there on they go the way of uploaded files. */
@Service
public class Catalog {
    private final Designs designs;

    Catalog(Designs designs) {
        this.designs = designs;
    }

    /** @param colour what the buyer wants it to look like; stands in the file and its name */
    public Design make(FactoryId factory, NameTag tag, Colour colour, Actor actor) {
        byte[] file = ThreeMf.write(NameTagShape.of(tag).solid(), colour.hex());
        String name = "name tag %s (%s).3mf".formatted(tag.text(), colour.word());
        return designs.upload(factory, name, new ByteArrayInputStream(file), null, actor);
    }

    /** The panels of a box as a drawing to cut. */
    public Design make(FactoryId factory, BoxOptions box, Actor actor) {
        byte[] file = Drawing.dxf(BoxPanels.flat(box)).getBytes(StandardCharsets.UTF_8);
        return designs.upload(factory, fileName(box), new ByteArrayInputStream(file), null, actor);
    }

    /** What the drawing of a box is called. */
    public static String fileName(BoxOptions box) {
        return "box %s x %s x %s, sheet %s mm.dxf"
                .formatted(plain(box.widthMm()), plain(box.depthMm()), plain(box.heightMm()), plain(box.thicknessMm()));
    }

    private static String plain(double mm) {
        return mm == Math.rint(mm) ? String.valueOf((long) mm) : String.format(Locale.ROOT, "%.2f", mm);
    }
}
