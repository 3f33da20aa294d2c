package org.millwright.factory.planning.batching;

import java.time.Duration;
import java.util.List;

/** Units in their places on one plate or one piece of sheet. */
public record Nest(Stock stock, List<Place> places, Duration runTime) {
    public Nest {
        places = List.copyOf(places);
    }

    /** Turned about the origin of the design by {@code rotationDeg}, then moved. */
    public record Place(Item item, double rotationDeg, double xMm, double yMm) {}
}
