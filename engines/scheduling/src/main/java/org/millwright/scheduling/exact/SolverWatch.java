package org.millwright.scheduling.exact;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Stops a running CP-SAT within some ten milliseconds of somebody saying so; to be closed when the solver is done. */
public final class SolverWatch implements AutoCloseable {
    private static final long POLL_MS = 10;

    private final CpSolver solver;
    private final BooleanSupplier stop;
    private final AtomicBoolean done = new AtomicBoolean();
    private final Thread thread;

    /** @param stop asked every few milliseconds, by a thread of its own */
    public SolverWatch(CpSolver solver, BooleanSupplier stop) {
        this.solver = solver;
        this.stop = stop;
        thread = Thread.ofVirtual().start(this::watch);
    }

    /** The same as of the solver, which ends early when it is time. */
    public CpSolverStatus solve(CpModel model) {
        return solver.solve(model);
    }

    /** @param callback told of every better solution */
    public CpSolverStatus solve(CpModel model, CpSolverSolutionCallback callback) {
        return solver.solve(model, callback);
    }

    private void watch() {
        while (!done.get()) {
            if (stop.getAsBoolean()) {
                solver.stopSearch();
            }
            try {
                Thread.sleep(POLL_MS);
            } catch (InterruptedException finished) {
                return;
            }
        }
    }

    @Override
    public void close() {
        done.set(true);
        thread.interrupt();
    }
}
