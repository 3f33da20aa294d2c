package org.millwright.factory.passport.document;

import java.util.List;
import org.millwright.factory.platform.journal.StoredEntry;

/**
 * Electricity that the machine took for one unit.
 *
 * @param wh the unit's share
 * @param buildWh the whole run
 * @param share the unit's part of the run, 0 to 1
 * @param runS length of the whole run
 * @param runningW mean power it was computed from; 0 when the machine reported energy itself
 */
record Energy(double wh, double buildWh, double share, double runS, double runningW) {
    /** From what the machine reported, else from its running time and mean power. */
    static Energy of(UnitHistory history, List<StoredEntry> machine) {
        Payload job = history.job();
        double share = history.share();
        double runS = job.number("runS");
        if (job.findNumber("energyWh").isPresent()) {
            double buildWh = job.number("energyWh");
            return new Energy(buildWh * share, buildWh, share, runS, 0);
        }
        double runningW = machine.stream()
                .filter(entry ->
                        entry.type().equals("MachineAdded") || entry.type().equals("MachineChanged"))
                .map(entry -> Payload.of(entry.payload()).number("runningW"))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new MissingFact("runningW"));
        double buildWh = runningW * runS / 3600;
        return new Energy(buildWh * share, buildWh, share, runS, runningW);
    }

    boolean measured() {
        return runningW == 0;
    }
}
