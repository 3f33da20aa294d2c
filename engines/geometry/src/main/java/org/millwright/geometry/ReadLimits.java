package org.millwright.geometry;

/**
 * What a reader may use before it refuses a file.
 *
 * @param fileBytes largest file
 * @param unpackedBytes largest total size of what a packed file unpacks to
 * @param triangles most triangles of a mesh
 * @param segments most segments of an outline after flattening
 */
public record ReadLimits(long fileBytes, long unpackedBytes, int triangles, int segments) {
    /** 200 MB of file, 1 GB unpacked, 5 million triangles, 2 million segments. */
    public static final ReadLimits USUAL = new ReadLimits(200_000_000L, 1_000_000_000L, 5_000_000, 2_000_000);
}
