package org.millwright.scheduling.model.resource;

/**
 * When a batch is worth its energy: once it is filled enough, or once the first of its operations has waited long enough.
 * An operation waits from the end of its predecessors, the release of its job or of its material, whichever is last.
 *
 * @param minimumLoad from which load on a batch may begin at any time, in the unit of the modes' loads
 * @param maximumWaitS after which an emptier one may begin too
 */
public record BatchRule(int minimumLoad, long maximumWaitS) {
    /** Every batch may begin at any time. */
    public static final BatchRule NONE = new BatchRule(0, 0);

    public boolean isNone() {
        return minimumLoad <= 1 || maximumWaitS <= 0;
    }
}
