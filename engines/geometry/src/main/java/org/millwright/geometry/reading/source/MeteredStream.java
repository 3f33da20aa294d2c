package org.millwright.geometry.reading.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacks an entry of a ZIP file, but no more than a bound allows. */
public final class MeteredStream extends FilterInputStream {
    private final long mostBytes;
    private long read;

    /** More came out of the packed file than the reader is willing to take. */
    public static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuch(long mostBytes) {
            super("more than %d bytes".formatted(mostBytes));
        }
    }

    public MeteredStream(InputStream in, long mostBytes) {
        super(in);
        this.mostBytes = mostBytes;
    }

    public long bytesRead() {
        return read;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        count(Math.max(0, got));
        return got;
    }

    private void count(int bytes) throws IOException {
        read += bytes;
        if (read > mostBytes) {
            throw new TooMuch(mostBytes);
        }
    }
}
