package org.millwright.scheduling.io;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.json.UnreadableFile;
import org.millwright.scheduling.tardiness.shop.SetupShop;
import org.millwright.scheduling.tardiness.shop.WeeklyShifts;

/**
 * A flexible job shop with a setup matrix for each machine: row the operation before, column the one after, operations
 * numbered through the jobs. Nothing is set up before the first operation of a machine.
 */
final class SetupMatrixFormat implements ShopRules {
    /** Entries from here on mark pairs that never meet on the machine. */
    private static final int IMPOSSIBLE = 1_000_000;

    private final ShopInstance shop;
    /** By machine, then row by row. */
    private final int[][] setups;

    private SetupMatrixFormat(ShopInstance shop, int[][] setups) {
        this.shop = shop;
        this.setups = setups;
    }

    /** @param rows the lines that follow the jobs */
    static SetupMatrixFormat parse(ShopInstance shop, List<long[]> rows) {
        int count = shop.operationCount();
        if (rows.size() != (long) count * shop.machineCount()) {
            throw new UnreadableFile("Expected %d rows of setup times (%d operations on %d machines), got %d."
                    .formatted(count * shop.machineCount(), count, shop.machineCount(), rows.size()));
        }
        int[][] setups = new int[shop.machineCount()][count * count];
        for (int k = 0; k < setups.length; k++) {
            for (int before = 0; before < count; before++) {
                long[] row = rows.get(k * count + before);
                if (row.length != count) {
                    throw new UnreadableFile("Row %d of the setup times of machine %d has %d entries instead of %d."
                            .formatted(before, k, row.length, count));
                }
                for (int after = 0; after < count; after++) {
                    if (row[after] < 0) {
                        throw new UnreadableFile("Machine %d has the setup time %d.".formatted(k, row[after]));
                    }
                    setups[k][before * count + after] = (int) Math.min(IMPOSSIBLE, row[after]);
                }
            }
        }
        return new SetupMatrixFormat(shop, setups);
    }

    String name() {
        return shop.name();
    }

    SetupShop toShop() {
        List<SetupShop.Order> orders = new ArrayList<>();
        int family = 0;
        for (int job = 0; job < shop.jobCount(); job++) {
            List<SetupShop.Step> steps = new ArrayList<>();
            for (int i = 0; i < shop.operationsOf(job); i++) {
                List<Integer> machines = new ArrayList<>();
                List<Integer> durations = new ArrayList<>();
                for (int c = 0; c < shop.machinesOf()[job][i].length; c++) {
                    machines.add(shop.machinesOf()[job][i][c]);
                    durations.add(Math.toIntExact(shop.durationsOf()[job][i][c]));
                }
                steps.add(new SetupShop.Step(family++, machines, durations));
            }
            orders.add(new SetupShop.Order(0, 0, 1, steps));
        }
        @Nullable WeeklyShifts[] always = new WeeklyShifts[shop.machineCount()];
        return new SetupShop(orders, family, setups, always);
    }

    @Override
    public List<String> measures() {
        return List.of("makespan", "setup");
    }

    @Override
    public int jobCount() {
        return shop.jobCount();
    }

    @Override
    public int operationsOf(int job) {
        return shop.operationsOf(job);
    }

    @Override
    public int machineCount() {
        return shop.machineCount();
    }

    @Override
    public boolean allows(int job, int operation, int machine, long duration) {
        return shop.allows(job, operation, machine, duration);
    }

    @Override
    public long setup(ShopPlan.Entry before, ShopPlan.Entry after) {
        return setups[before.machine()][number(before) * shop.operationCount() + number(after)];
    }

    private int number(ShopPlan.Entry entry) {
        int number = entry.operation();
        for (int job = 0; job < entry.job(); job++) {
            number += shop.operationsOf(job);
        }
        return number;
    }
}
