package org.millwright.scheduling.model.resource;

import java.util.List;
import java.util.Map;

/**
 * What a kilowatt-hour costs at which time, in money or in grams of carbon dioxide, and how much power machines draw while
 * they run. Setups and unloads draw none.
 *
 * @param rates stretches that do not overlap, in order of time; outside them energy costs {@code otherwisePerKwh}
 * @param wattsByMachine by resource id; machines not named draw nothing
 */
public record EnergyTariff(double otherwisePerKwh, List<Rate> rates, Map<String, Integer> wattsByMachine) {
    private static final double WATT_SECONDS_PER_KWH = 3_600_000;

    /** A price for a stretch of time. */
    public record Rate(Interval during, double perKwh) {}

    /** @throws IllegalArgumentException when rates overlap or are out of order, or power is negative */
    public EnergyTariff {
        rates = List.copyOf(rates);
        wattsByMachine = Map.copyOf(wattsByMachine);
        for (int i = 1; i < rates.size(); i++) {
            if (rates.get(i).during().startS() < rates.get(i - 1).during().endS()) {
                throw new IllegalArgumentException("The rate from %d on begins before the one before it ends at %d."
                        .formatted(
                                rates.get(i).during().startS(),
                                rates.get(i - 1).during().endS()));
            }
        }
        wattsByMachine.forEach((machine, watts) -> {
            if (watts < 0) {
                throw new IllegalArgumentException(
                        "Machine %s draws %d W; it must not be negative.".formatted(machine, watts));
            }
        });
    }

    /** What a machine's run costs if it begins and ends at these times. */
    public double costOf(String machineId, long runStartS, long runEndS) {
        int watts = wattsByMachine.getOrDefault(machineId, 0);
        if (watts == 0 || runEndS <= runStartS) {
            return 0;
        }
        double sum = 0;
        long otherwiseS = runEndS - runStartS;
        for (int i = firstEndingAfter(runStartS);
                i < rates.size() && rates.get(i).during().startS() < runEndS;
                i++) {
            Rate rate = rates.get(i);
            long withinS = Math.min(runEndS, rate.during().endS())
                    - Math.max(runStartS, rate.during().startS());
            if (withinS > 0) {
                sum += withinS * rate.perKwh();
                otherwiseS -= withinS;
            }
        }
        return (sum + otherwiseS * otherwisePerKwh) * watts / WATT_SECONDS_PER_KWH;
    }

    private int firstEndingAfter(long timeS) {
        int low = 0;
        int high = rates.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rates.get(middle).during().endS() <= timeS) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
