package org.millwright.factory.facility;

/**
 * What a kilowatt-hour from the factory's supply emits.
 *
 * @param gCo2ePerKwh 0 or more
 * @param source where the figure comes from
 * @param year the year it describes; 0 when the source does not say
 */
public record GridFactor(double gCo2ePerKwh, String source, int year) {
    public GridFactor {
        if (!(gCo2ePerKwh >= 0) || Double.isInfinite(gCo2ePerKwh)) {
            throw new IllegalArgumentException("A grid factor is 0 g/kWh or more, got %s.".formatted(gCo2ePerKwh));
        }
    }
}
