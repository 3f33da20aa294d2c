package org.millwright.factory.planning.trial;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.planning.board.SearchGoal;
import org.millwright.scheduling.model.resource.EnergyTariff;
import org.millwright.scheduling.model.resource.Interval;

/** A factory's electricity as the scheduling engine reads it: by the hour, in minor units of money or in kg of CO₂e. */
final class HourlyTariff {
    private static final double G_PER_KG = 1000;

    private HourlyTariff() {}

    /** @param until from when on an hour of the mean day is reckoned with */
    static EnergyTariff of(LivePlan live, SearchGoal goal, Instant until) {
        List<Double> hours = goal == SearchGoal.COST
                ? live.energy().priceMinorPerKwh()
                : live.energy().gCo2ePerKwh().stream()
                        .map(grams -> grams / G_PER_KG)
                        .toList();
        double mean = hours.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        Map<String, Integer> watts = new HashMap<>();
        for (Machine machine : live.floor().machines()) {
            watts.put(
                    machine.id().toString(),
                    Math.toIntExact(Math.round(machine.costs().runningW())));
        }
        return new EnergyTariff(
                mean, rates(hours, live.floor().now(), until, live.floor().zone()), watts);
    }

    /** Hours of one price in a row are one stretch. */
    private static List<EnergyTariff.Rate> rates(List<Double> hours, Instant from, Instant until, ZoneId zone) {
        List<EnergyTariff.Rate> rates = new ArrayList<>();
        ZonedDateTime at = from.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        ZonedDateTime begun = at;
        while (at.toInstant().isBefore(until)) {
            ZonedDateTime next = at.plusHours(1);
            boolean goesOn = next.toInstant().isBefore(until)
                    && hours.get(next.getHour()).equals(hours.get(at.getHour()));
            if (!goesOn) {
                rates.add(new EnergyTariff.Rate(
                        new Interval(begun.toEpochSecond(), next.toEpochSecond()), hours.get(at.getHour())));
                begun = next;
            }
            at = next;
        }
        return rates;
    }
}
