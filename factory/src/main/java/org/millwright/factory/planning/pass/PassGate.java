package org.millwright.factory.planning.pass;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.stereotype.Component;

/**
 * Lets one planning pass of a factory run at a time in this program. Requests that come while one runs are answered
 * together by the next. Other programs on the same database are kept apart by the lock of the plan itself.
 */
@Component
public class PassGate {
    private final PlanningPass pass;
    private final ConcurrentHashMap<FactoryId, Gate> gates = new ConcurrentHashMap<>();

    PassGate(PlanningPass pass) {
        this.pass = pass;
    }

    private static final class Gate {
        private final ReentrantLock lock = new ReentrantLock();
        private final AtomicBoolean wanted = new AtomicBoolean();
    }

    /** Plans now; when this returns, everything accepted before was looked at. */
    public void runNow(FactoryId factory, String cause) {
        Gate gate = gate(factory);
        gate.lock.lock();
        try {
            gate.wanted.set(false);
            pass.run(factory, cause);
        } finally {
            gate.lock.unlock();
        }
        runWanted(gate, factory, cause);
    }

    /** Plans what was accepted and not looked at yet, so that the timetable knows it; nothing else is touched. */
    public void catchUp(FactoryId factory) {
        if (pass.hasNews(factory)) {
            runNow(factory, "PromiseAsked");
        }
    }

    /** Plans now, or has the pass that runs at the moment followed by another. */
    public void request(FactoryId factory, String cause) {
        Gate gate = gate(factory);
        gate.wanted.set(true);
        runWanted(gate, factory, cause);
    }

    private void runWanted(Gate gate, FactoryId factory, String cause) {
        while (gate.wanted.get() && gate.lock.tryLock()) {
            try {
                if (gate.wanted.getAndSet(false)) {
                    pass.run(factory, cause);
                }
            } finally {
                gate.lock.unlock();
            }
        }
    }

    private Gate gate(FactoryId factory) {
        return gates.computeIfAbsent(factory, key -> new Gate());
    }
}
