package org.millwright.nesting.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuarterTurnsTest {
    private static final Stock PANEL = Stock.sheet("panel", 100, 100, 1, 0);

    @Test
    void aPartDrawnAskewIsTriedUpright() {
        Polygon askew = Polygon.rectangleMm(80, 20).rotated(30);
        for (Orientations.Range step : tried(askew, Orientations.any()).ranges()) {
            double[] box = askew.turnedSizeMm(step.fromDeg());
            assertThat(Math.max(box[0], box[1])).isBetween(79.99, 80.01);
            assertThat(Math.min(box[0], box[1])).isBetween(19.99, 20.01);
        }
    }

    @Test
    void aPartThatFitsOnlyAskewIsTriedAsDrawn() {
        Polygon bar = Polygon.rectangleMm(120, 5).rotated(45);
        assertThat(tried(bar, Orientations.any())).isEqualTo(Orientations.of(0, 90, 180, 270));
    }

    @Test
    void aPartOnIrregularStockIsTriedAsDrawn() {
        Item askew = new Item("askew", Polygon.rectangleMm(80, 20).rotated(30), 1, List.of(), 0);
        Stock hide = new Stock("hide", Polygon.ofMm(0, 0, 300, 0, 250, 200, 0, 200), 1, 0, 0, List.of());
        var problem = new NestingProblem(List.of(askew), List.of(hide), 0, 0);
        assertThat(QuarterTurns.of(askew, problem)).isEqualTo(Orientations.of(0, 90, 180, 270));
        assertThat(QuarterTurns.of(problem)).isEmpty();
    }

    @Test
    void whatFollowsTheGrainIsTriedAlongItAndAtTheBeginOfWhatIsAllowed() {
        assertThat(tried(Polygon.rectangleMm(80, 20), Orientations.grain(5, true)))
                .isEqualTo(Orientations.of(-5, 175, 0, 180));
    }

    @Test
    void stepsAndMirrorImagesStayAllowed() {
        assertThat(tried(Polygon.rectangleMm(80, 20), Orientations.of(0, 45))).isEqualTo(Orientations.of(0, 45));
        assertThat(tried(Polygon.rectangleMm(80, 20), Orientations.any().mirrored()))
                .isEqualTo(Orientations.of(0, 90, 180, 270).mirrored());
    }

    private static Orientations tried(Polygon shape, Orientations allowed) {
        Item item = new Item("part", shape, 1, allowed, 0, 0);
        return QuarterTurns.of(item, new NestingProblem(List.of(item), List.of(PANEL), 0, 0));
    }
}
