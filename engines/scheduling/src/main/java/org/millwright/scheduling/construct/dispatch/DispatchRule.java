package org.millwright.scheduling.construct.dispatch;

/**
 * In which order operations that could be planned are planned. The names are those of the literature; the indices of
 * ATC and ATCS follow Vepsalainen and Morton 1987 and Lee, Bhaskaran and Pinedo 1997.
 */
public enum DispatchRule {
    /** Earliest due date first. */
    EDD {
        @Override
        double key(Workload load, int operation, long readyS, boolean sameFamily) {
            return load.dueS(operation);
        }
    },
    /** Job by job, by due date and work for its weight; the more work there is, the more the latter counts. */
    DUE_BY_WORK_64 {
        @Override
        double key(Workload load, int operation, long readyS, boolean sameFamily) {
            return load.dueByWorkS(operation, 64);
        }
    },
    /** The same with more regard to due dates. */
    DUE_BY_WORK_16 {
        @Override
        double key(Workload load, int operation, long readyS, boolean sameFamily) {
            return load.dueByWorkS(operation, 16);
        }
    },
    /** The same with hardly any regard to work. */
    DUE_BY_WORK_4 {
        @Override
        double key(Workload load, int operation, long readyS, boolean sameFamily) {
            return load.dueByWorkS(operation, 4);
        }
    },
    /** The same with hardly any regard to due dates. */
    DUE_BY_WORK_256 {
        @Override
        double key(Workload load, int operation, long readyS, boolean sameFamily) {
            return load.dueByWorkS(operation, 256);
        }
    },
    /** Modified due date: the due date, or when it could at best be complete if that is later. */
    MDD {
        @Override
        double key(Workload load, int operation, long readyS, boolean sameFamily) {
            return Math.max(load.dueS(operation), readyS + load.remainingS(operation));
        }
    },
    /** Shortest processing time first. */
    SPT {
        @Override
        double key(Workload load, int operation, long readyS, boolean sameFamily) {
            return load.processingS(operation);
        }
    },
    /** Weighted shortest processing time first. */
    WSPT {
        @Override
        double key(Workload load, int operation, long readyS, boolean sameFamily) {
            return load.processingS(operation) / Math.max(1e-3, load.weight(operation));
        }
    },
    /** Apparent tardiness cost: weighted shortest processing time, discounted by the slack that is left. */
    ATC {
        @Override
        double key(Workload load, int operation, long readyS, boolean sameFamily) {
            return -apparentCost(load, operation, readyS);
        }
    },
    /** Apparent tardiness cost with a preference for the family that ran last. */
    ATCS {
        @Override
        double key(Workload load, int operation, long readyS, boolean sameFamily) {
            return -apparentCost(load, operation, readyS) * (sameFamily ? 1 : Math.exp(-1));
        }
    },
    /** Most work remaining first. */
    MWKR {
        @Override
        double key(Workload load, int operation, long readyS, boolean sameFamily) {
            return -load.remainingS(operation);
        }
    },
    /** First come, first served. */
    FCFS {
        @Override
        double key(Workload load, int operation, long readyS, boolean sameFamily) {
            return readyS;
        }
    };

    private static final double LOOK_AHEAD = 3;

    /** Smaller goes first. */
    abstract double key(Workload load, int operation, long readyS, boolean sameFamily);

    private static double apparentCost(Workload load, int operation, long readyS) {
        double slackS = Math.max(0, load.dueS(operation) - readyS - load.remainingS(operation));
        return Math.max(1e-3, load.weight(operation))
                / Math.max(1, load.processingS(operation))
                * Math.exp(-slackS / (LOOK_AHEAD * load.meanProcessingS()));
    }
}
