package org.millwright.nesting.pacing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Runs the same search on several platform threads, each with a seed of its own, and hands what they find to the calling
 * thread. With one thread everything happens on the calling thread.
 */
public final class Crew<T> {
    private final LinkedBlockingQueue<Message<T>> found = new LinkedBlockingQueue<>();

    /** Something found, or the end of a thread, with what it died of. */
    private record Message<T>(List<T> found, boolean last, List<Throwable> failure) {}

    /** One thread's search. */
    @FunctionalInterface
    public interface Search<T> {
        void run(int thread, Consumer<T> onFound);
    }

    /**
     * Runs the search and returns when all its threads have ended.
     *
     * @param threads at least 1
     * @param onFound told on the calling thread of what any thread found
     * @throws IllegalStateException when a thread failed
     */
    public void run(int threads, Search<T> search, Consumer<T> onFound) {
        if (threads == 1) {
            search.run(0, onFound);
            return;
        }
        for (int t = 0; t < threads; t++) {
            int thread = t;
            Thread.ofPlatform().daemon().name("nesting-" + t).start(() -> work(thread, search));
        }
        List<Throwable> failures = new ArrayList<>();
        for (int running = threads; running > 0; ) {
            Message<T> message = take();
            message.found.forEach(onFound);
            failures.addAll(message.failure);
            running -= message.last ? 1 : 0;
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("A thread of the search failed.", failures.getFirst());
        }
    }

    private void work(int thread, Search<T> search) {
        List<Throwable> failure = new ArrayList<>();
        try {
            search.run(thread, item -> found.add(new Message<>(List.of(item), false, List.of())));
        } catch (RuntimeException | Error failed) {
            failure.add(failed);
        }
        found.add(new Message<>(List.of(), true, failure));
    }

    private Message<T> take() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return found.take();
                } catch (InterruptedException again) {
                    // The budget or a cancellation ends the threads soon; leaving them behind would not.
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
