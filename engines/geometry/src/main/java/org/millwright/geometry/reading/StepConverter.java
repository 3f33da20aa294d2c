package org.millwright.geometry.reading;

import java.io.IOException;
import java.nio.file.Path;
import org.millwright.geometry.UnreadableShape;

/**
 * An outside tool that turns STEP models into meshes: the engine knows no boundary representations. Implementations are
 * named in {@code META-INF/services}; the first one that is installed is used.
 */
public interface StepConverter {
    /** The name of the tool, as it is told to people. */
    String name();

    /** Whether the tool is there to be called. */
    boolean isInstalled();

    /**
     * Writes the model as a binary STL file in millimetres.
     *
     * @throws UnreadableShape when the tool refuses the model or takes too long; with its own words
     */
    void convert(Path step, Path stl) throws IOException, UnreadableShape;
}
