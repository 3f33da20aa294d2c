package org.millwright.factory.platform.files;

/**
 * The address of a file: the SHA-256 of its content.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record FileHash(String sha256) {
    public FileHash {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "\"%s\" is no SHA-256.%nMaybe give 64 lower-case hexadecimal digits.".formatted(sha256));
        }
    }

    @Override
    public String toString() {
        return sha256;
    }
}
