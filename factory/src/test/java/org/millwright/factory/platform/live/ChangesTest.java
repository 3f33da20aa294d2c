package org.millwright.factory.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page that was made earlier is told when it begins to listen. */
class ChangesTest {
    private final Changes changes = new Changes();

    @Test
    void aReaderIsToldWhatChangedAfterItsMark() {
        changes.announce(List.of("order"));
        String seen = changes.mark();
        assertThat(changes.since(seen)).isEmpty();

        changes.announce(List.of("task", "unit"));
        changes.announce(List.of("task"));
        assertThat(changes.since(seen)).containsExactlyInAnyOrder("task", "unit");
        assertThat(changes.since(changes.mark())).isEmpty();
    }

    @Test
    void whatIsNotRememberedAnyMoreIsEverything() {
        String seen = changes.mark();
        for (int i = 0; i < 2000; i++) {
            changes.announce(List.of("floor"));
        }
        assertThat(changes.since(seen)).containsExactly(Changes.EVERYTHING);
    }

    @Test
    void aMarkOfAnotherRunOrNoneAtAllIsEverything() {
        var later = new Changes();
        for (String mark : List.of(changes.mark(), "", "-1", "nonsense", later.mark() + "9999999999999999999")) {
            assertThat(later.since(mark)).as(mark).containsExactly(Changes.EVERYTHING);
        }
    }
}
