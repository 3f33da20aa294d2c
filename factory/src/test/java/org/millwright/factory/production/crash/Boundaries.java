package org.millwright.factory.production.crash;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The places where the program may be killed: before and after each commit, before and after each command to a machine.
 * They are counted, and one of them crashes.
 */
final class Boundaries {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final AtomicInteger LEFT = new AtomicInteger(NEVER);

    private Boundaries() {}

    /** Crashes at the boundary of that number, counted from 1. */
    static void crashAt(int number) {
        LEFT.set(number);
    }

    /** Whether that boundary was passed since, also when what was going on there outlived the crash. */
    static boolean wasReached() {
        return LEFT.get() == NEVER;
    }

    static void crashNever() {
        LEFT.set(NEVER);
    }

    /** Threads that deliver events have boundaries of their own, which are the event registry's affair. */
    static void pass(String where) {
        if (LEFT.get() != NEVER
                && !Thread.currentThread().getName().startsWith("task-")
                && LEFT.decrementAndGet() == 0) {
            LEFT.set(NEVER);
            throw new Crash(where);
        }
    }
}
