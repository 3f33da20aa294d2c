package org.millwright.scheduling.model.resource;

/** A half-open stretch of time {@code [startS, endS)} in seconds; never empty. */
public record Interval(long startS, long endS) {
    public Interval {
        if (endS <= startS) {
            throw new IllegalArgumentException(
                    "An interval must end after it starts, got %d..%d. Maybe the bounds are swapped?"
                            .formatted(startS, endS));
        }
    }

    public long lengthS() {
        return endS - startS;
    }

    public boolean overlaps(long fromS, long toS) {
        return startS < toS && fromS < endS;
    }
}
