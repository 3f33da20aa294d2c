package org.millwright.nesting.io;

import java.nio.file.Path;
import java.util.List;
import org.millwright.json.UnreadableFile;
import org.millwright.nesting.model.Polygon;

/** Reads the closed outlines that a drawing holds; which formats there are is up to who gives it. */
@FunctionalInterface
public interface OutlineReader {
    /** @throws UnreadableFile when the drawing cannot be read or holds no outline */
    List<Polygon> readAll(Path file);

    /** @throws UnreadableFile when there is no outline, or more than one */
    default Polygon read(Path file) {
        List<Polygon> all = readAll(file);
        if (all.size() != 1) {
            throw new UnreadableFile("%s holds %d closed outlines instead of one. Maybe nest the drawing itself?"
                    .formatted(file, all.size()));
        }
        return all.getFirst();
    }

    /** Reads nothing, and says so. */
    static OutlineReader none() {
        return file -> {
            throw new UnreadableFile("%s: drawings cannot be read here.".formatted(file));
        };
    }
}
