package org.millwright.machines.gcode.model;

/**
 * A heater as a first-order system: {@code C dT/dt = power - loss (T - ambient)}.
 *
 * @param maxC the highest allowed target; full power must reach more than that
 * @param powerW electrical power when fully on
 * @param lossWPerK heat lost per kelvin above ambient
 * @param timeConstantS heat capacity divided by loss
 */
public record HeaterModel(double maxC, double powerW, double lossWPerK, double timeConstantS) {
    /** Full power must reach the highest target with this much to spare at 25 °C ambient, or a wait would never end. */
    private static final double MARGIN_K = 1;

    public HeaterModel {
        if (!(powerW > 0) || !(lossWPerK > 0) || !(timeConstantS > 0) || !(25 + powerW / lossWPerK > maxC + MARGIN_K)) {
            throw new IllegalArgumentException(
                    "A heater of %s W losing %s W/K cannot reach %s °C. Maybe more power or a lower limit."
                            .formatted(powerW, lossWPerK, maxC));
        }
    }
}
