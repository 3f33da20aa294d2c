package org.millwright.scheduling.model;

/**
 * The operation that carries this starts between {@code minLagS} and {@code maxLagS} after the end of another one.
 *
 * @param beforeOperationId the operation that comes first
 * @param minLagS for instance cooling or curing time, at least 0
 * @param maxLagS for instance pot life; {@link #UNLIMITED} when it may wait for ever
 */
public record Precedence(String beforeOperationId, long minLagS, long maxLagS) {
    public static final long UNLIMITED = Long.MAX_VALUE;

    public static Precedence after(String beforeOperationId) {
        return new Precedence(beforeOperationId, 0, UNLIMITED);
    }

    public boolean limitsWaiting() {
        return maxLagS != UNLIMITED;
    }
}
