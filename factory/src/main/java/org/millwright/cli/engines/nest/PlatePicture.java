package org.millwright.cli.engines.nest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.nesting.io.LayoutSvg;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.plates.PlatePart;
import org.millwright.nesting.plates.PlatePlan;
import org.millwright.nesting.plates.PlateRules;
import org.millwright.nesting.plates.Plates;

/** Plates below one another, as {@link LayoutSvg} draws sheets. */
final class PlatePicture {
    private PlatePicture() {}

    static String of(PlatePlan plan, List<PlatePart> parts, PlateRules rules) {
        Map<String, Polygon> shapes = new LinkedHashMap<>();
        parts.forEach(part -> shapes.put(part.id(), part.footprint()));
        List<Placement> placements = new ArrayList<>();
        List<Layout.UsedStock> used = new ArrayList<>();
        int copies = Math.max(1, plan.plates().size());
        for (int number = 0; number < plan.plates().size(); number++) {
            double areaMm2 = 0;
            for (Placement place : plan.plates().get(number).placements()) {
                placements.add(new Placement(
                        place.itemId(),
                        place.copyIndex(),
                        place.stockId(),
                        number,
                        place.rotationDeg(),
                        place.xMm(),
                        place.yMm(),
                        place.mirrored()));
                Polygon shape = shapes.get(place.itemId());
                areaMm2 += shape == null ? 0 : shape.areaMm2();
            }
            double density = areaMm2 / (rules.widthMm() * rules.depthMm());
            used.add(new Layout.UsedStock(Plates.PLATE, number, density, rules.widthMm()));
        }
        return LayoutSvg.of(
                "Build plates",
                List.of(Stock.sheet(Plates.PLATE, rules.widthMm(), rules.depthMm(), copies, 0)),
                new Layout(placements, plan.unplaced(), used),
                shapes);
    }
}
