package org.millwright.factory.passport.page;

/**
 * One inspected characteristic on the page.
 *
 * @param position where the value lies between the limits, 0 to 100; -1 when it was looked at and not measured
 */
public record MeasurementRow(
        String name, String nominal, String limits, String value, double position, boolean ok, String who) {
    static MeasurementRow of(Fields measurement, PassportPage page) {
        Words words = page.words();
        boolean measured = measurement.has("valueMm");
        double lower = measurement.number("lowerMm");
        double upper = measurement.number("upperMm");
        double value = measurement.number("valueMm");
        boolean limited = measured && measurement.has("lowerMm") && measurement.has("upperMm") && upper > lower;
        return new MeasurementRow(
                words.characteristic(measurement.text("characteristic")),
                measurement.has("nominalMm") ? page.figure(measurement.number("nominalMm"), 2) + " mm" : "",
                limited ? page.figure(lower, 2) + " – " + page.figure(upper, 2) + " mm" : "",
                measured ? page.figure(value, 3) + " mm" : words.text("passport.measure.looked"),
                limited ? Math.clamp(100 * (value - lower) / (upper - lower), 0, 100) : -1,
                measurement.truth("ok"),
                words.role(measurement.text("personRole"), measurement.truth("simulated")));
    }
}
