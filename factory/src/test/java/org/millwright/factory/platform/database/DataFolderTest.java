package org.millwright.factory.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.platform.problem.Problem;

/** The folder of an installation, which one program has at a time. */
class DataFolderTest {
    private static final int MEETINGS = 200;
    private static final int PATIENCE_S = 20;

    @TempDir
    Path folder;

    @Test
    void ofTwoThatStartOnANewFolderAtOnceOneGetsIt() throws Exception {
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int meeting = 0; meeting < MEETINGS; meeting++) {
                Path data = folder.resolve("data-" + meeting);
                Callable<String> start = () -> open(data, together);
                var first = threads.submit(start);
                var second = threads.submit(start);
                assertThat(List.of(first.get(), second.get()))
                        .containsExactlyInAnyOrder("opened data-" + meeting, "data-folder-in-use");
            }
        }
    }

    /** Holds the folder until the other has tried. */
    private static String open(Path data, CyclicBarrier together) throws Exception {
        together.await(PATIENCE_S, TimeUnit.SECONDS);
        try (DataFolder held = DataFolder.open(data)) {
            together.await(PATIENCE_S, TimeUnit.SECONDS);
            return "opened " + held.path().getFileName();
        } catch (Problem refused) {
            together.await(PATIENCE_S, TimeUnit.SECONDS);
            return refused.code();
        }
    }
}
