package org.millwright.factory.planning.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millwright.factory.inventory.sheet.PieceOutline;
import org.millwright.factory.inventory.sheet.Remnant;
import org.millwright.factory.planning.batching.LeftOver;
import org.millwright.factory.planning.batching.Nest;
import org.millwright.factory.planning.batching.Stock;
import org.millwright.geometry.Ring;
import org.millwright.nesting.cutting.Offcut;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Orientations;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.model.Polygon;

/** What goes back to the shelf of a sheet: the largest rectangle at its edge, or a stepped piece that is worth more. */
public final class Offcuts {
    private static final String STOCK = "stock";
    private static final double NARROWEST_MM = 100;
    /** A stepped piece takes as much room on the shelf as the box around it and holds fewer parts. */
    private static final double STEPPED_WORTH = 0.8;

    private static final Offcut.Terms TERMS =
            new Offcut.Terms(NARROWEST_MM, NARROWEST_MM * NARROWEST_MM, STEPPED_WORTH);

    private Offcuts() {}

    /** The piece as nesting stock. */
    public static org.millwright.nesting.model.Stock stock(
            String id, double widthMm, double heightMm, Optional<PieceOutline> outline) {
        return outline.map(corners -> org.millwright.nesting.model.Stock.remnant(id, polygon(corners.ring())))
                .orElseGet(() -> org.millwright.nesting.model.Stock.sheet(id, widthMm, heightMm, 1, 0));
    }

    /** @param clearanceMm kept between units and what is left */
    public static Optional<Remnant> of(Nest nest, double clearanceMm) {
        Optional<LeftOver.Rectangle> rectangle =
                nest.stock().outline() == null ? LeftOver.of(nest, clearanceMm) : Optional.empty();
        double rectangleMm2 =
                rectangle.map(found -> found.widthMm() * found.heightMm()).orElse(0.0);
        return best(nest, clearanceMm)
                .filter(offcut -> offcut.worthMm2() > rectangleMm2)
                .map(Offcuts::remnant)
                .or(() -> rectangle.map(found -> new Remnant(found.widthMm(), found.heightMm())));
    }

    private static Remnant remnant(Offcut offcut) {
        Polygon shape = offcut.shape();
        return shape.isRectangle()
                ? new Remnant(shape.widthMm(), shape.heightMm())
                : Remnant.of(PieceOutline.of(new Ring(shape.outerMm())));
    }

    private static Optional<Offcut> best(Nest nest, double clearanceMm) {
        Map<String, Item> items = new LinkedHashMap<>();
        List<Placement> placements = new ArrayList<>();
        double usedMm = 0;
        double areaMm2 = 0;
        for (int i = 0; i < nest.places().size(); i++) {
            Nest.Place place = nest.places().get(i);
            String shape = String.valueOf(i);
            items.put(
                    shape, new Item(shape, NestingShape.of(place.item().footprint(), 0), 1, Orientations.any(), 0, 0));
            placements.add(new Placement(shape, 0, STOCK, 0, place.rotationDeg(), place.xMm(), place.yMm()));
            areaMm2 += place.item().footprint().areaMm2();
            Ring ring = place.item().footprint().outer().placed(place.rotationDeg(), place.xMm(), place.yMm());
            for (int corner = 0; corner < ring.size(); corner++) {
                usedMm = Math.max(usedMm, ring.x(corner));
            }
        }
        Stock stock = nest.stock();
        var problem = new NestingProblem(
                List.copyOf(items.values()),
                List.of(stock(STOCK, stock.widthMm(), stock.heightMm(), Optional.ofNullable(stock.outline()))),
                clearanceMm,
                0);
        var layout = new Layout(
                placements, List.of(), List.of(new Layout.UsedStock(STOCK, 0, areaMm2 / stock.areaMm2(), usedMm)));
        return Offcut.of(problem, layout, STOCK, 0, TERMS);
    }

    private static Polygon polygon(Ring ring) {
        return Polygon.ofMm(ring.coordinates());
    }
}
