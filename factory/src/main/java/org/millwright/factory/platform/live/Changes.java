package org.millwright.factory.platform.live;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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

    /** Stands for all topics. */
    public static final String EVERYTHING = "*";

    private static final int MOST_REMEMBERED = 512;

    /** Marks of another run of the program mean nothing to this one. */
    private final String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);

    private final AtomicLong version = new AtomicLong();
    private final Deque<Change> remembered = new ArrayDeque<>();
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();

    /** Grows with every change. */
    public long version() {
        return version.get();
    }

    /** Where the news stands; whoever reads the state after this and keeps the mark can ask what came {@link #since}. */
    public String mark() {
        return run + "-" + version.get();
    }

    /** The topics that changed after the mark was taken; {@link #EVERYTHING} when that is not remembered any more. */
    public Set<String> since(String mark) {
        if (!mark.matches(run + "-\\d{1,18}")) {
            return Set.of(EVERYTHING);
        }
        long seen = Long.parseLong(mark.substring(run.length() + 1));
        synchronized (remembered) {
            if (seen < version.get() - remembered.size()) {
                return Set.of(EVERYTHING);
            }
            return remembered.stream()
                    .filter(change -> change.version() > seen)
                    .flatMap(change -> change.topics().stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Says that things of these topics changed; call it when the change can be read. */
    public void announce(Collection<String> topics) {
        if (!topics.isEmpty()) {
            Set<String> changed = Set.copyOf(new HashSet<>(topics));
            synchronized (remembered) {
                remembered.addLast(new Change(version.incrementAndGet(), changed));
                if (remembered.size() > MOST_REMEMBERED) {
                    remembered.removeFirst();
                }
            }
            listeners.forEach(listener -> listener.accept(changed));
        }
    }

    /** Tells the listener from now on, on the thread that announces; it must not block. */
    public void listen(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }

    private record Change(long version, Set<String> topics) {}
}
