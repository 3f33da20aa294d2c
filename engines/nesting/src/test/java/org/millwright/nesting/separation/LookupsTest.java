package org.millwright.nesting.separation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.nesting.model.Item;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Polygon;
import org.millwright.nesting.model.Stock;
import org.millwright.nesting.scene.Kinds;
import org.millwright.nesting.scene.Stage;

/** What was worked out for one attempt serves the next one, on whatever pieces it is. */
class LookupsTest {
    private final NestingProblem problem = new NestingProblem(
            List.of(
                    new Item(
                            "tee",
                            Polygon.ofMm(0, 0, 30, 0, 30, 10, 20, 10, 20, 40, 10, 40, 10, 10, 0, 10),
                            3,
                            List.of(0, 90),
                            0),
                    new Item("bar", Polygon.rectangleMm(50, 8), 2, List.of(0, 90), 0)),
            List.of(
                    Stock.remnant("rest", Polygon.ofMm(0, 0, 200, 0, 200, 80, 90, 80, 90, 150, 0, 150)),
                    Stock.sheet("sheet", 300, 200, 2, 100)),
            2,
            1);

    private final Kinds kinds = new Kinds(problem);

    @Test
    void aSearchThatWasLongEnoughLooksUpFromTheBeginningOfItsNextAttempt() {
        Stage first = stage(List.of(new Stage.Copy(1, 0), new Stage.Copy(0, 0)), new Stage.Piece(1, 0));
        var lookups = new Lookups(first.scene);
        assertThat(new Arrangement(first.scene, lookups).isEstimating()).isFalse();
        assertThat(lookups.deepen(1_000, 0.1)).isFalse();
        assertThat(lookups.deepen(30_000, 0.1)).isTrue();

        Stage next = stage(List.of(new Stage.Copy(0, 0), new Stage.Copy(0, 1)), new Stage.Piece(0, 0));
        assertThat(lookups.serves(next.scene)).isTrue();
        var arrangement = new Arrangement(next.scene, lookups);
        assertThat(arrangement.isEstimating()).isTrue();
        assertThat(arrangement.knowsObstacles()).isTrue();
    }

    @Test
    void anotherProblemIsNotServed() {
        Stage stage = stage(List.of(new Stage.Copy(0, 0)), new Stage.Piece(0, 0));
        var other = new Stage(problem, new Kinds(problem), stage.copies, List.of(new Stage.Piece(0, 0)));
        assertThat(new Lookups(stage.scene).serves(other.scene)).isFalse();
    }

    private Stage stage(List<Stage.Copy> copies, Stage.Piece piece) {
        return new Stage(problem, kinds, copies, List.of(piece));
    }
}
