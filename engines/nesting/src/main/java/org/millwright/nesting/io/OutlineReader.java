package org.millwright.nesting.io;

import java.nio.file.Path;
import org.millwright.nesting.model.Polygon;

/** Reads the one outline that a drawing holds; which formats there are is up to who gives it. */
@FunctionalInterface
public interface OutlineReader {
    /** @throws UnreadableFile when there is no outline, or more than one */
    Polygon read(Path file);

    /** Reads nothing, and says so. */
    static OutlineReader none() {
        return file -> {
            throw new UnreadableFile("%s: drawings cannot be read here.".formatted(file));
        };
    }
}
