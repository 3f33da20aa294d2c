package org.millwright.factory.planning.parts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the values asked for last. Values are facts about their keys, so a lost one is only computed again. */
public final class BoundedCache<K, V> {
    private final Map<K, V> kept;

    /** @param capacity largest number of values kept */
    public BoundedCache(int capacity) {
        kept = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The value kept for the key, or a computed one, which is kept from then on. Two threads may compute the same value. */
    public V get(K key, Supplier<V> compute) {
        V found = find(key);
        if (found != null) {
            return found;
        }
        V computed = compute.get();
        synchronized (kept) {
            V earlier = kept.putIfAbsent(key, computed);
            return earlier == null ? computed : earlier;
        }
    }

    void forget(K key) {
        synchronized (kept) {
            kept.remove(key);
        }
    }

    private @Nullable V find(K key) {
        synchronized (kept) {
            return kept.get(key);
        }
    }
}
