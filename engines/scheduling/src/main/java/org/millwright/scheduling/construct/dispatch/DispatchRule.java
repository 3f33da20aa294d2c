package org.millwright.scheduling.construct.dispatch;

/**
 * In which order operations that could be planned are planned. The names are those of the literature; the indices of
 * ATC and ATCS follow Vepsalainen and Morton 1987 and Lee, Bhaskaran and Pinedo 1997.
 */
public enum DispatchRule {
    /** Earliest due date first. */
    EDD((load, operation, readyS, sameFamily) -> load.dueS(operation)),
    /** Job by job, by due date and work for its weight; the more work there is, the more the latter counts. */
    DUE_BY_WORK_64(dueByWork(64)),
    /** The same with more regard to due dates. */
    DUE_BY_WORK_16(dueByWork(16)),
    /** The same with hardly any regard to work. */
    DUE_BY_WORK_4(dueByWork(4)),
    /** The same with hardly any regard to due dates. */
    DUE_BY_WORK_256(dueByWork(256)),
    /** Modified due date: the due date, or when it could at best be complete if that is later. */
    MDD((load, operation, readyS, sameFamily) -> Math.max(load.dueS(operation), readyS + load.remainingS(operation))),
    /** Shortest processing time first. */
    SPT((load, operation, readyS, sameFamily) -> load.processingS(operation)),
    /** Weighted shortest processing time first. */
    WSPT((load, operation, readyS, sameFamily) -> load.processingS(operation) / Math.max(1e-3, load.weight(operation))),
    /** Apparent tardiness cost: weighted shortest processing time, discounted by the slack that is left. */
    ATC((load, operation, readyS, sameFamily) -> -apparentCost(load, operation, readyS)),
    /** Apparent tardiness cost with a preference for the family that ran last. */
    ATCS((load, operation, readyS, sameFamily) ->
            -apparentCost(load, operation, readyS) * (sameFamily ? 1 : Math.exp(-1))),
    /** Most work remaining first. */
    MWKR((load, operation, readyS, sameFamily) -> -load.remainingS(operation)),
    /** First come, first served. */
    FCFS((load, operation, readyS, sameFamily) -> readyS);

    private static final double LOOK_AHEAD = 3;

    private final Key key;

    DispatchRule(Key key) {
        this.key = key;
    }

    private interface Key {
        double of(Workload load, int operation, long readyS, boolean sameFamily);
    }

    /** Smaller goes first. */
    double key(Workload load, int operation, long readyS, boolean sameFamily) {
        return key.of(load, operation, readyS, sameFamily);
    }

    private static Key dueByWork(double multiple) {
        return (load, operation, readyS, sameFamily) -> load.dueByWorkS(operation, multiple);
    }

    private static double apparentCost(Workload load, int operation, long readyS) {
        double slackS = Math.max(0, load.dueS(operation) - readyS - load.remainingS(operation));
        return Math.max(1e-3, load.weight(operation))
                / Math.max(1, load.processingS(operation))
                * Math.exp(-slackS / (LOOK_AHEAD * load.meanProcessingS()));
    }
}
