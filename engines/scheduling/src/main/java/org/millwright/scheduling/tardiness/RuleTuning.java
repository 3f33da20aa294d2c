package org.millwright.scheduling.tardiness;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.millwright.scheduling.tardiness.shop.SetupShop;

/**
 * Fits a shift-aware dispatch rule to a shop: kinds of machines, which are those that share work, get each their own
 * foresight, dread of setups and preference for short work, found by trying one change at a time on the whole plan.
 */
final class RuleTuning {
    /** Mean waits that prices reckon with, in mean durations of an operation. */
    private static final double[] WAITS = {1.5, 2.8, 5, 9, 18};

    private static final double[] SETUPS = {0.4, 0.7, 1.2, 2, 4};
    /** How much short work is preferred; 1 is the rule of weight by duration. */
    private static final double[] HASTES = {0.3, 0.6, 1, 1.4, 1.8};

    private static final int MIDDLE = 2;
    private static final int ROUNDS = 3;

    private final SetupShop shop;
    private final DispatchSimulation simulation;
    private final SequencePlan plan;
    private final SequencePlan best;
    private final double setupPrice;
    private final Listener listener;
    private final int[] kindOf;
    private final int kinds;
    private final int[] wait;
    private final int[] setup;
    private final int[] haste;
    private final DelayCost[] prices = new DelayCost[WAITS.length];
    private final DelayCost[] priceOf;
    private final double[] setupScale;
    private final double[] hasteOf;
    private double bestCost;
    private double tunedCost = Double.POSITIVE_INFINITY;
    private long left;
    private BooleanSupplier stop = () -> false;

    /** Told of every plan that is better than all before. */
    interface Listener {
        void better(SequencePlan plan, double cost);
    }

    /** @param best the best plan so far, which is replaced by better ones */
    RuleTuning(SetupShop shop, DispatchSimulation simulation, SequencePlan best, double setupPrice, Listener listener) {
        this.shop = shop;
        this.simulation = simulation;
        this.best = best;
        this.setupPrice = setupPrice;
        this.listener = listener;
        plan = new SequencePlan(shop, best.rule);
        bestCost = best.cost + setupPrice * best.setups;
        kindOf = shop.kinds();
        kinds = Arrays.stream(kindOf).max().orElse(-1) + 1;
        wait = new int[kinds];
        setup = new int[kinds];
        Arrays.fill(wait, MIDDLE);
        Arrays.fill(setup, MIDDLE);
        haste = new int[kinds];
        Arrays.fill(haste, MIDDLE);
        priceOf = new DelayCost[shop.machineCount];
        setupScale = new double[shop.machineCount];
        hasteOf = new double[shop.machineCount];
    }

    /**
     * Tries until nothing helps any more.
     *
     * @param simulations at most so many plans are built
     * @param stop asked before each of them
     */
    void run(long simulations, BooleanSupplier stop) {
        left = simulations;
        this.stop = stop;
        if (isOver()) {
            return;
        }
        int horizon = Arrays.stream(best.end).max().orElse(1);
        for (int i = 0; i < WAITS.length; i++) {
            prices[i] = new DelayCost(shop, horizon + horizon / 20 + 1, WAITS[i] * simulation.meanDuration());
        }
        improves();
        boolean changed = true;
        for (int round = 0; round < ROUNDS && changed; round++) {
            changed = false;
            for (int kind = 0; kind < kinds && !isOver(); kind++) {
                changed |= tune(wait, kind, WAITS.length);
                changed |= tune(setup, kind, SETUPS.length);
                changed |= tune(haste, kind, HASTES.length);
            }
        }
    }

    /** Sets one choice of one kind to the best of its values, the others as they are. */
    private boolean tune(int[] choice, int kind, int values) {
        int chosen = choice[kind];
        int before = chosen;
        for (int value = 0; value < values; value++) {
            if (value != before && !isOver()) {
                choice[kind] = value;
                if (improves()) {
                    chosen = value;
                }
            }
        }
        choice[kind] = chosen;
        return chosen != before;
    }

    private boolean isOver() {
        return left <= 0 || stop.getAsBoolean();
    }

    private boolean improves() {
        left--;
        for (int k = 0; k < shop.machineCount; k++) {
            priceOf[k] = prices[wait[kindOf[k]]];
            setupScale[k] = SETUPS[setup[kindOf[k]]];
            hasteOf[k] = HASTES[haste[kindOf[k]]];
        }
        simulation.run(priceOf, setupScale, hasteOf);
        plan.load(simulation.machine, simulation.order);
        double cost = plan.cost + setupPrice * plan.setups;
        if (cost < bestCost) {
            bestCost = cost;
            best.copyFrom(plan);
            listener.better(plan, cost);
        }
        boolean improves = cost < tunedCost;
        tunedCost = Math.min(tunedCost, cost);
        return improves;
    }
}
