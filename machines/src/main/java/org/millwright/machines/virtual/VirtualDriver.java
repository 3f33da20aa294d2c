package org.millwright.machines.virtual;

import java.util.List;
import org.millwright.machines.CommandOutcome;
import org.millwright.machines.JobReport;
import org.millwright.machines.JobToken;
import org.millwright.machines.MachineDriver;
import org.millwright.machines.MachineState;
import org.millwright.machines.ProgramFile;

/** Reaches a virtual machine of this process; closing it leaves the machine as it is. */
record VirtualDriver(VirtualMachine machine) implements MachineDriver {
    @Override
    public Identity probe() {
        return machine.identity();
    }

    @Override
    public CommandOutcome store(JobToken token, ProgramFile program) {
        return machine.store(token, program);
    }

    @Override
    public CommandOutcome start(JobToken token) {
        return machine.start(token);
    }

    @Override
    public CommandOutcome pause(JobToken token) {
        return machine.pause(token);
    }

    @Override
    public CommandOutcome resume(JobToken token) {
        return machine.resume(token);
    }

    @Override
    public CommandOutcome cancel(JobToken token) {
        return machine.cancel(token);
    }

    @Override
    public CommandOutcome bedCleared() {
        return machine.bedCleared();
    }

    @Override
    public MachineState state() {
        return machine.state();
    }

    @Override
    public List<JobReport> reconcile(List<JobToken> tokens) {
        return machine.reconcile(tokens);
    }

    @Override
    public void close() {}
}
