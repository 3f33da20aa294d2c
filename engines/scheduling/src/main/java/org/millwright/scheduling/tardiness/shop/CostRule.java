package org.millwright.scheduling.tardiness.shop;

/**
 * One level of an objective as whole factors: what one unit of each measure costs. Setups count wherever they lie.
 *
 * @param tardiness of a job's tardiness for each unit of its weight
 * @param lateJob of a job that ends after its due date
 * @param makespan of the time until the last job ends
 * @param setup of a unit of setup time
 */
public record CostRule(long tardiness, long lateJob, long makespan, long setup) {
    /** Weighted tardiness alone. */
    public static final CostRule TARDINESS = new CostRule(1, 0, 0, 0);

    /** The end of the last job alone. */
    public static final CostRule MAKESPAN = new CostRule(0, 0, 1, 0);

    /** @throws IllegalArgumentException when a factor is negative or all are 0 */
    public CostRule {
        if (tardiness < 0 || lateJob < 0 || makespan < 0 || setup < 0) {
            throw new IllegalArgumentException(
                    "A cost has negative factors: %d, %d, %d, %d.".formatted(tardiness, lateJob, makespan, setup));
        }
        if (tardiness + lateJob + makespan + setup == 0) {
            throw new IllegalArgumentException("A cost counts nothing.");
        }
    }

    /** Whether when each job ends matters. */
    public boolean countsJobs() {
        return tardiness > 0 || lateJob > 0;
    }
}
