package org.millwright.geometry.mesh;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs work on two threads where there is enough of it; what comes out never depends on how it was shared out. */
public final class Halves {
    /** Below this many triangles a second thread costs more than it gives. */
    private static final int WORTHWHILE = 20_000;

    private Halves() {}

    /** Work on a range of numbers. */
    public interface Range {
        void run(int from, int to);
    }

    /** Whether so many triangles are worth a second thread, and there is one. */
    public static boolean worthwhile(int triangles) {
        return triangles >= WORTHWHILE && Runtime.getRuntime().availableProcessors() > 1;
    }

    /** Runs both, at the same time when possible, and returns when both are done. */
    public static void run(Runnable one, Runnable other) {
        ForkJoinTask<?> forked = ForkJoinPool.commonPool().submit(other);
        try {
            one.run();
        } finally {
            forked.join();
        }
    }

    /** Runs work for each number below {@code count}; each of two threads takes the next one when it is free. */
    public static void each(int count, IntConsumer work) {
        if (count < 2 || Runtime.getRuntime().availableProcessors() == 1) {
            for (int i = 0; i < count; i++) {
                work.accept(i);
            }
            return;
        }
        var next = new AtomicInteger();
        Runnable taking = () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                work.accept(i);
            }
        };
        run(taking, taking);
    }

    /** Runs the two halves of a range. */
    public static void split(int size, Range work) {
        int middle = size >>> 1;
        run(() -> work.run(0, middle), () -> work.run(middle, size));
    }
}
