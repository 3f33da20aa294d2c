package org.millwright.geometry.curve;

import java.util.List;
import org.millwright.geometry.UnreadableShape;

/** Curves joined end to end; {@code closed} adds the straight way back to the start. */
public record CurvePath(List<Curve> parts, boolean closed) implements Curve {
    public CurvePath {
        parts = List.copyOf(parts);
    }

    @Override
    public CurvePath transformed(Affine map) {
        return new CurvePath(parts.stream().map(part -> part.transformed(map)).toList(), closed);
    }

    @Override
    public void flatten(double chordError, PointBuffer into) throws UnreadableShape {
        for (Curve part : parts) {
            part.flatten(chordError, into);
        }
    }

    @Override
    public double[] frame() {
        return parts.stream()
                .flatMapToDouble(part -> java.util.Arrays.stream(part.frame()))
                .toArray();
    }
}
