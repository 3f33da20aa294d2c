package org.millwright.processes.learning;

import java.util.List;

/**
 * By what factor estimates of one machine with one material miss what really happens, learned from finished jobs, and how
 * sure that is.
 *
 * <p>Logarithms of actual over estimated are taken as normal around an unknown mean with an unknown spread. Before any job
 * the mean is taken to be zero as if {@value #PRIOR_JOBS} jobs had shown it, with a spread of {@value #PRIOR_SPREAD}: the
 * normal-inverse-gamma prior of conjugate Bayesian analysis (Murphy 2007, "Conjugate Bayesian analysis of the Gaussian
 * distribution", section 6). The mean is therefore shrunk towards no correction while there are few jobs. The interval is
 * the central 90 % of the mean's Student-t posterior.
 *
 * @param factor multiply estimates by it; 1 without jobs
 * @param low with 95 % probability the true factor is above
 * @param high with 95 % probability the true factor is below
 * @param spread how far single jobs scatter around the factor, as a share: 0.1 means about ±10 %
 * @param jobs how many jobs it was learned from
 */
public record CorrectionFactor(double factor, double low, double high, double spread, int jobs) {
    private static final double PRIOR_JOBS = 2;
    private static final double PRIOR_SPREAD = 0.25;
    private static final double PRIOR_SHAPE = 1.5;
    /** One job that took ten times as long was interrupted; it must not teach more than a factor of this. */
    private static final double MOST_LOG = Math.log(4);

    /**
     * One finished job.
     *
     * @param estimated what had been expected, uncorrected; above 0
     * @param actual what it took, in the same unit; above 0
     */
    public record Outcome(double estimated, double actual) {
        public Outcome {
            if (!(estimated > 0 && actual > 0)) {
                throw new IllegalArgumentException(
                        "An outcome needs amounts above 0, got estimated %s and actual %s.\nMaybe leave jobs out that were broken off."
                                .formatted(estimated, actual));
            }
        }
    }

    /** Learns from finished jobs of one machine with one material; their order does not matter. */
    public static CorrectionFactor from(List<Outcome> outcomes) {
        int count = outcomes.size();
        double sum = 0;
        for (Outcome outcome : outcomes) {
            sum += logOf(outcome);
        }
        double mean = count == 0 ? 0 : sum / count;
        double squares = 0;
        for (Outcome outcome : outcomes) {
            double off = logOf(outcome) - mean;
            squares += off * off;
        }
        double weight = PRIOR_JOBS + count;
        double centre = sum / weight;
        double shape = PRIOR_SHAPE + count / 2.0;
        double rate = PRIOR_SHAPE * PRIOR_SPREAD * PRIOR_SPREAD
                + squares / 2
                + PRIOR_JOBS * count * mean * mean / (2 * weight);
        double variance = rate / shape;
        double reach = studentUpper95(2 * shape) * Math.sqrt(variance / weight);
        return new CorrectionFactor(
                Math.exp(centre), Math.exp(centre - reach), Math.exp(centre + reach), Math.sqrt(variance), count);
    }

    /** The corrected estimate. */
    public double correct(double estimated) {
        return estimated * factor;
    }

    private static double logOf(Outcome outcome) {
        return Math.clamp(Math.log(outcome.actual() / outcome.estimated()), -MOST_LOG, MOST_LOG);
    }

    /** Upper 95 % point of Student's distribution by the expansion of Cornish and Fisher (Abramowitz, Stegun 26.7.5). */
    private static double studentUpper95(double degrees) {
        double x = 1.6448536269514722;
        double x3 = x * x * x, x5 = x3 * x * x, x7 = x5 * x * x;
        return x
                + (x3 + x) / (4 * degrees)
                + (5 * x5 + 16 * x3 + 3 * x) / (96 * degrees * degrees)
                + (3 * x7 + 19 * x5 + 17 * x3 - 15 * x) / (384 * degrees * degrees * degrees);
    }
}
