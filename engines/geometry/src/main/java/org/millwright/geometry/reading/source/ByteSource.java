package org.millwright.geometry.reading.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads a file once from front to back through one fixed buffer, so that a file of any size costs the same memory. */
public final class ByteSource implements Closeable {
    private static final int BUFFER_BYTES = 1 << 18;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long bytesBeforeBuffer;

    public ByteSource(Path file) throws IOException {
        channel = FileChannel.open(file);
        buffer.limit(0);
    }

    /** The next byte, or -1 at the end. */
    public int next() throws IOException {
        if (!buffer.hasRemaining() && !fill(1)) {
            return -1;
        }
        return buffer.get() & 0xFF;
    }

    /** A little-endian buffer with at least {@code bytes} left to read, or the end of the file was met. */
    public ByteBuffer atLeast(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            fill(bytes);
        }
        return buffer;
    }

    public long position() {
        return bytesBeforeBuffer + buffer.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private boolean fill(int bytes) throws IOException {
        bytesBeforeBuffer += buffer.position();
        buffer.compact();
        while (buffer.position() < bytes) {
            if (channel.read(buffer) < 0) {
                break;
            }
        }
        buffer.flip();
        return buffer.remaining() >= bytes;
    }
}
