package org.millwright.scheduling.tardiness;

/**
 * A dispatch rule; larger indices go first. ATC and ATCS (Vepsalainen and Morton 1987; Lee, Bhaskaran and Pinedo 1997)
 * are compared by their logarithms, which saves the exponentials.
 *
 * @param slackScale how many mean durations of slack divide urgency by e
 * @param setupScale how many mean setups divide it by e
 */
record DispatchIndex(Kind kind, double slackScale, double setupScale) {
    enum Kind {
        SPT,
        EDD,
        WSPT,
        ATC,
        ATCS
    }

    /**
     * @param logRatio of weight and duration
     * @param slack time left, in mean durations
     * @param setup in mean setups
     */
    double of(double logRatio, int duration, double slack, double setup, int due) {
        return switch (kind) {
            case SPT -> -duration;
            case EDD -> -due;
            case WSPT -> logRatio;
            case ATC -> logRatio - slack / slackScale;
            case ATCS -> logRatio - slack / slackScale - setup / setupScale;
        };
    }
}
