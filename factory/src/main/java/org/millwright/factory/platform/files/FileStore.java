package org.millwright.factory.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.millwright.factory.platform.problem.Problem;

/** Keeps files under the hash of their content; the same content is kept once and never changes. */
public interface FileStore {
    /**
     * Stores a stream without holding it in memory; when this returns, the file survives a power cut.
     *
     * @param maxBytes largest size taken
     * @throws Problem {@code file-too-large} when more than {@code maxBytes} arrive; nothing is kept then
     * @throws IOException when the stream or the disk fails; nothing is kept then
     */
    FileHash put(InputStream content, long maxBytes) throws IOException;

    /**
     * Opens a stored file.
     *
     * @throws Problem {@code file-missing} when the store does not have it
     */
    InputStream open(FileHash hash) throws IOException;

    /**
     * Where the file can be read on this computer; nobody may write there.
     *
     * @throws Problem {@code file-missing} when the store does not have it
     */
    Path path(FileHash hash);

    boolean exists(FileHash hash);
}
