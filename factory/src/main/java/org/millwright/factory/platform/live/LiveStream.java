package org.millwright.factory.platform.live;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The server-sent events of all open pages: one line with the topics that changed, at most every
 * {@value #GATHER_MS} ms, and a sign of life now and then.
 */
@Component
public class LiveStream implements SmartLifecycle {
    /** A burst of changes becomes one message. */
    static final int GATHER_MS = 150;

    private static final int MOST_READERS = 1000;
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final List<SseEmitter> readers = new CopyOnWriteArrayList<>();
    private final Set<String> pending = new HashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private volatile @Nullable Thread thread;

    private final Changes changes;

    LiveStream(Changes changes) {
        this.changes = changes;
        changes.listen(this::gather);
    }

    /**
     * A new reader, or none when there are too many already.
     *
     * @param mark what the reader has seen, as {@link Changes#mark}; it is told first what came since
     */
    public @Nullable SseEmitter open(String mark) {
        if (readers.size() >= MOST_READERS) {
            return null;
        }
        var reader = new SseEmitter(0L);
        reader.onCompletion(() -> readers.remove(reader));
        reader.onError(failed -> readers.remove(reader));
        readers.add(reader);
        send(reader, SseEmitter.event().name("open").data(""));
        String now = changes.mark();
        Set<String> missed = changes.since(mark);
        if (!missed.isEmpty()) {
            send(reader, changed(missed, now));
        }
        return reader;
    }

    private void gather(Set<String> topics) {
        lock.lock();
        try {
            pending.addAll(topics);
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                awaitTopics();
                String now = changes.mark();
                Set<String> topics = takeTopics();
                var event = topics.isEmpty() ? SseEmitter.event().comment("still here") : changed(topics, now);
                var built = event.build();
                readers.forEach(reader -> send(reader, built));
                Thread.sleep(GATHER_MS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The mark is the event's id: a browser that connects again says by itself which was the last that it got. */
    private static SseEmitter.SseEventBuilder changed(Set<String> topics, String mark) {
        return SseEmitter.event().id(mark).name("changed").data(String.join(" ", topics));
    }

    private void awaitTopics() throws InterruptedException {
        lock.lock();
        try {
            long left = SIGN_OF_LIFE.toNanos();
            while (pending.isEmpty() && left > 0) {
                left = something.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private Set<String> takeTopics() {
        lock.lock();
        try {
            Set<String> topics = Set.copyOf(pending);
            pending.clear();
            return topics;
        } finally {
            lock.unlock();
        }
    }

    private void send(SseEmitter reader, SseEmitter.SseEventBuilder event) {
        send(reader, event.build());
    }

    private void send(
            SseEmitter reader,
            Set<org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType> event) {
        try {
            reader.send(event);
        } catch (IOException | IllegalStateException gone) {
            // The page was closed; its browser opens a new stream when it wants one.
            readers.remove(reader);
        }
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("live-pages").daemon().start(this::run);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
        readers.forEach(SseEmitter::complete);
        readers.clear();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Stopped before the web server, which would otherwise wait for the open streams. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
