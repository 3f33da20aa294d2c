package org.millwright.factory.production.crash;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The places where the program may be killed: before and after each commit, before and after each command to a machine.
 * They are counted, and one of them crashes.
 */
final class Boundaries {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final String ANYWHERE = "";
    private static final AtomicInteger LEFT = new AtomicInteger(NEVER);
    private static volatile String place = ANYWHERE;

    private Boundaries() {}

    /** Crashes at the boundary of that number, counted from 1. */
    static void crashAt(int number) {
        place = ANYWHERE;
        LEFT.set(number);
    }

    /** Crashes the first time that a boundary of this name is passed. */
    static void crashAt(String where) {
        place = where;
        LEFT.set(1);
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
                && (place.equals(ANYWHERE) || place.equals(where))
                && !Thread.currentThread().getName().startsWith("task-")
                && LEFT.decrementAndGet() == 0) {
            LEFT.set(NEVER);
            throw new Crash(where);
        }
    }
}
