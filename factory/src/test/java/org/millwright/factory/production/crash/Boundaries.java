package org.millwright.factory.production.crash;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The places where the program may be killed: before and after each commit, before and after each command to a machine.
 * They are counted, and one of them crashes.
 */
final class Boundaries {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final AtomicInteger LEFT = new AtomicInteger(NEVER);
    private static volatile Thread mortal = Thread.currentThread();

    private Boundaries() {}

    /** Crashes at the boundary of that number, counted from 1. */
    static void crashAt(int number) {
        mortal = Thread.currentThread();
        LEFT.set(number);
    }

    static void crashNever() {
        LEFT.set(NEVER);
    }

    /** Only for who works on the floor: deliveries of events and messages have boundaries, and tests, of their own. */
    static void pass(String where) {
        if (LEFT.get() != NEVER
                && Thread.currentThread() == mortal
                && LEFT.decrementAndGet() == 0) {
            LEFT.set(NEVER);
            throw new Crash(where);
        }
    }
}
