package org.millwright.machines.gcode.model;

/**
 * The temperature of one heater as time goes by. It heats at full power until the target is reached, holds it exactly, and
 * cools by itself; all in closed form, so that a step of any length is exact.
 */
public final class HeaterState {
    private final HeaterModel model;
    private final double ambientC;
    private double temperatureC;
    private double targetC;

    public HeaterState(HeaterModel model, double ambientC) {
        this.model = model;
        this.ambientC = ambientC;
        temperatureC = ambientC;
    }

    /** A second heater in the same state. */
    public HeaterState copy() {
        var copy = new HeaterState(model, ambientC);
        copy.temperatureC = temperatureC;
        copy.targetC = targetC;
        return copy;
    }

    public double temperatureC() {
        return temperatureC;
    }

    /** The temperature it heats to; 0 for off. */
    public double targetC() {
        return targetC;
    }

    public void setTargetC(double newTargetC) {
        targetC = Math.clamp(newTargetC, 0, model.maxC());
    }

    /** Lets time pass; answers the electrical energy used, in joules. */
    public double advance(double seconds) {
        double remaining = seconds;
        double joules = 0;
        double floorC = Math.max(targetC, ambientC);
        if (temperatureC < targetC) {
            double heating = Math.min(remaining, secondsBetween(temperatureC, targetC, fullPowerC()));
            boolean reached = heating < remaining;
            temperatureC = reached ? targetC : approach(fullPowerC(), heating);
            joules += model.powerW() * heating;
            remaining -= heating;
        } else if (temperatureC > floorC) {
            double cooling = targetC > ambientC
                    ? Math.min(remaining, secondsBetween(temperatureC, targetC, ambientC))
                    : remaining;
            boolean reached = cooling < remaining;
            temperatureC = reached ? targetC : Math.max(floorC, approach(ambientC, cooling));
            remaining -= cooling;
        }
        if (remaining > 0 && targetC > ambientC) {
            joules += model.lossWPerK() * (targetC - ambientC) * remaining;
        }
        return joules;
    }

    /** Seconds until it is as warm as its target; 0 when it is already. */
    public double secondsUntilWarm() {
        return temperatureC < targetC ? secondsBetween(temperatureC, targetC, fullPowerC()) : 0;
    }

    /** Seconds until it is neither colder nor warmer than its target; a target below ambient counts as reached. */
    public double secondsUntilSettled() {
        return temperatureC > targetC && targetC > ambientC + 0.5
                ? secondsBetween(temperatureC, targetC, ambientC)
                : secondsUntilWarm();
    }

    private double fullPowerC() {
        return ambientC + model.powerW() / model.lossWPerK();
    }

    private double approach(double finalC, double seconds) {
        return finalC + (temperatureC - finalC) * Math.exp(-seconds / model.timeConstantS());
    }

    private double secondsBetween(double fromC, double toC, double finalC) {
        return model.timeConstantS() * Math.log((finalC - fromC) / (finalC - toC));
    }
}
