package org.millwright.factory.platform.live;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * What changed lately, by topic. Topics are the kinds of subjects of the journal ({@code order}, {@code unit},
 * {@code job} …) and {@code floor} for what machines report while they run. Whoever listens is told after the
 * transaction has been committed, and reads the state anew; a topic carries no data.
 */
@Component
public class Changes {
    /** What machines report while they run. */
    public static final String FLOOR = "floor";

    /** When work is planned, and the copies of the plan that planners try things on. */
    public static final String TIMETABLE = "timetable";

    /** When a search for a better plan begins, gets better or ends. */
    public static final String SEARCH = "search";

    /** When a layout that somebody watches gets better. */
    public static final String LAYOUT = "layout";

    private final AtomicLong version = new AtomicLong();
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();

    /** Grows with every change. */
    public long version() {
        return version.get();
    }

    /** Says that things of these topics changed; call it when the change can be read. */
    public void announce(Collection<String> topics) {
        if (!topics.isEmpty()) {
            version.incrementAndGet();
            Set<String> changed = Set.copyOf(new HashSet<>(topics));
            listeners.forEach(listener -> listener.accept(changed));
        }
    }

    /** Tells the listener from now on, on the thread that announces; it must not block. */
    public void listen(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }
}
