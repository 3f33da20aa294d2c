package org.millwright.factory.planning.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.millwright.factory.inventory.sheet.PieceOutline;
import org.millwright.factory.inventory.sheet.Remnant;
import org.millwright.factory.planning.batching.Item;
import org.millwright.factory.planning.batching.Nest;
import org.millwright.factory.planning.batching.Stock;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.processes.ManufacturingProcess.LayoutRules;

/** What is left of a sheet, what lies on such pieces later, and the order in which units are cut. */
class OffcutsTest {
    private static final Stock SHEET = new Stock(new UUID(1, 1), 600, 400, 1, false);

    private static Item rectangle(int number, double widthMm, double heightMm) {
        return new Item(
                new UUID(0, number),
                "shape " + number,
                new Region(new Ring(new double[] {0, 0, widthMm, 0, widthMm, heightMm, 0, heightMm}), List.of()),
                0,
                Duration.ofMinutes(1),
                Instant.parse("2026-01-05T08:00:00Z"));
    }

    @Test
    void aRectangleIsLeftWhereAStraightCutLosesLittle() {
        var nest = new Nest(SHEET, List.of(new Nest.Place(rectangle(1, 100, 396), 0, 2, 2)), Duration.ZERO);
        assertThat(Offcuts.of(nest, 2)).contains(new Remnant(496, 400));
    }

    @Test
    void aSteppedPieceIsLeftWhereAStraightCutWouldLoseMuch() {
        var nest = new Nest(SHEET, List.of(new Nest.Place(rectangle(1, 296, 196), 0, 2, 2)), Duration.ZERO);
        Remnant left = Offcuts.of(nest, 2).orElseThrow();
        assertThat(left.outline()).isNotNull();
        // Three quarters of the sheet, less the clearance and what lies below the next of 96 level lines.
        assertThat((double) left.areaMm2()).isCloseTo(180_000, within(3_000.0));
        assertThat(left.widthMm()).isEqualTo(600);
        assertThat(left.heightMm()).isEqualTo(400);
    }

    @Test
    void unitsLieWithinTheOutlineOfASteppedPiece() {
        var outline =
                new PieceOutline(List.of(0.0, 0.0, 300.0, 0.0, 300.0, 400.0, 200.0, 400.0, 200.0, 100.0, 0.0, 100.0));
        var piece = new Stock(new UUID(1, 2), 300, 400, 1, true, outline);
        List<Nest.Place> places = new NestedLayouts()
                .place(List.of(rectangle(1, 90, 280), rectangle(2, 180, 90)), piece, new LayoutRules(1, 0, List.of(0)));
        assertThat(places).hasSize(2);
        for (Nest.Place place : places) {
            boolean upright = place.item().unit().equals(new UUID(0, 1));
            assertThat(place.xMm() >= 200 || place.yMm() + (upright ? 280 : 90) <= 100)
                    .as("%s at %s, %s", place.item().shape(), place.xMm(), place.yMm())
                    .isTrue();
        }
    }

    @Test
    void aTurnedOutlineIsTheSamePieceOnItsSide() {
        var outline = new PieceOutline(List.of(0.0, 0.0, 30.0, 0.0, 30.0, 10.0, 0.0, 20.0));
        PieceOutline turned = outline.turned();
        assertThat(turned.widthMm()).isEqualTo(20);
        assertThat(turned.heightMm()).isEqualTo(30);
        assertThat(turned.areaMm2()).isCloseTo(outline.areaMm2(), within(1e-6));
        assertThat(turned.turned().turned().turned().ring().signedAreaMm2())
                .isCloseTo(outline.ring().signedAreaMm2(), within(1e-6));
    }

    @Test
    void aUnitIsFreedWhenItsLastContourIsCut() throws IOException {
        String program = """
                (build x)
                (unit unit 2)
                G1 X1
                (unit unit 1)
                (unit unit 3)
                (unit unit 2)
                M2
                """;
        assertThat(MakingOrder.of(new BufferedReader(new StringReader(program)), 4))
                .containsExactly(1, 3, 2, 0);
    }

    @Test
    void aUnitOfAPlateHasItsTurnWhereItsPrintingBegins() throws IOException {
        String program = """
                ; unit unit 1 at X10 Y10 turned 0
                ; unit unit 2 at X90 Y10 turned 0
                ; begin unit 2
                G1 X1 E1
                ; begin unit 1
                """;
        assertThat(MakingOrder.of(new BufferedReader(new StringReader(program)), 2))
                .containsExactly(2, 1);
    }
}
