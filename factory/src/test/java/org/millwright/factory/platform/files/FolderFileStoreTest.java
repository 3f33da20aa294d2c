package org.millwright.factory.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.platform.problem.Problem;

class FolderFileStoreTest {
    private static final byte[] ABC = {'a', 'b', 'c'};
    /** FIPS 180-2 appendix B.1. */
    private static final FileHash HASH_OF_ABC =
            new FileHash("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    @TempDir
    Path folder;

    FileStore store;

    @BeforeEach
    void openStore() {
        store = new FolderFileStore(folder);
    }

    @Test
    void aFileIsFoundUnderTheHashOfItsContent() throws IOException {
        assertThat(store.exists(HASH_OF_ABC)).isFalse();
        assertThat(store.put(new ByteArrayInputStream(ABC), 3)).isEqualTo(HASH_OF_ABC);
        try (InputStream content = store.open(HASH_OF_ABC)) {
            assertThat(content.readAllBytes()).isEqualTo(ABC);
        }
        assertThat(folder.relativize(store.path(HASH_OF_ABC)).toString()).startsWith("ba/7816bf");
    }

    @Test
    void theSameContentIsKeptOnce() throws IOException {
        store.put(new ByteArrayInputStream(ABC), 3);
        store.put(new ByteArrayInputStream(ABC), 3);
        assertThat(files()).containsExactly(store.path(HASH_OF_ABC));
    }

    @Test
    void aFileAboveTheLimitLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> store.put(new ByteArrayInputStream(ABC), 2))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("file-too-large"));
        assertThat(files()).isEmpty();
    }

    @Test
    void aStreamThatBreaksOffLeavesNothingBehind() throws IOException {
        var breaking = new InputStream() {
            int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("connection lost");
                }
                return 'x';
            }
        };
        assertThatThrownBy(() -> store.put(breaking, 1 << 20)).hasMessage("connection lost");
        assertThat(files()).isEmpty();
    }

    @Test
    void anUnknownFileIsNamed() {
        assertThatThrownBy(() -> store.open(HASH_OF_ABC)).hasMessageContaining(HASH_OF_ABC.sha256());
    }

    private Stream<Path> files() throws IOException {
        try (var tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).toList().stream();
        }
    }
}
