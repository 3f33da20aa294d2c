package org.millwright.factory.platform.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.problem.Problem;

/**
 * One page of a list, newest first. The next page is asked for with the cursor {@code next}, and holds what follows also
 * when things were added meanwhile.
 *
 * @param next the value of {@code after} for the next page; null on the last one
 */
public record Items<T>(
        List<T> items,

        @Schema(description = "Value of `after` for the next page; absent on the last one") @Nullable
        String next) {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    public Items {
        items = List.copyOf(items);
    }

    /**
     * The page of a list after a cursor.
     *
     * @param id of an item; ids grow with time
     * @param after where the page before ended; null for the first page
     * @param limit 1 to 200; null for 50
     * @throws Problem {@code page-invalid}
     */
    public static <S, T> Items<T> page(
            Collection<S> all,
            Function<S, UUID> id,
            @Nullable String after,
            @Nullable Integer limit,
            Function<S, T> view) {
        int size = limit == null ? USUAL : limit;
        String cursor = after == null || after.isEmpty() ? "g" : after;
        if (size < 1 || size > MOST || (!cursor.equals("g") && !cursor.matches("[0-9a-f-]{36}"))) {
            throw Problem.of(
                    Problem.Kind.INVALID,
                    "page-invalid",
                    Map.of("after", String.valueOf(after), "limit", size, "most", MOST));
        }
        // The text of a UUID sorts like its unsigned value, unlike UUID.compareTo.
        List<S> found = all.stream()
                .filter(item -> id.apply(item).toString().compareTo(cursor) < 0)
                .sorted(Comparator.comparing((S item) -> id.apply(item).toString())
                        .reversed())
                .limit(size + 1L)
                .toList();
        boolean more = found.size() > size;
        List<S> shown = more ? found.subList(0, size) : found;
        return new Items<>(
                shown.stream().map(view).toList(),
                more ? id.apply(shown.getLast()).toString() : null);
    }

    /** A list that is never long. */
    public static <T> Items<T> all(List<T> items) {
        return new Items<>(items, null);
    }
}
