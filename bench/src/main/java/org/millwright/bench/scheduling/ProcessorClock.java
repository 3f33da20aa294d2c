package org.millwright.bench.scheduling;

import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/**
 * Seconds of processor time of this program, divided by the threads that are meant to use it: on a machine of one's own
 * that is the time on the wall, and where others use it too it is what it would have been.
 */
record ProcessorClock(int threads) implements DoubleSupplier {
    static double cpuS() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() * 1e-9
                : System.nanoTime() * 1e-9;
    }

    @Override
    public double getAsDouble() {
        return cpuS() / threads;
    }
}
