package org.millwright.machines.virtual;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.machines.gcode.model.HeaterModel;
import org.millwright.machines.gcode.model.HeaterState;

/** The heaters of one machine, as far as it has them. */
final class Heaters {
    final @Nullable HeaterState nozzle;
    final @Nullable HeaterState bed;

    Heaters(VirtualProfile profile) {
        nozzle = of(profile.nozzle(), profile.ambientC());
        bed = of(profile.bed(), profile.ambientC());
    }

    private static @Nullable HeaterState of(@Nullable HeaterModel model, double ambientC) {
        return model == null ? null : new HeaterState(model, ambientC);
    }

    /** Time without a job. */
    void advance(double seconds) {
        if (nozzle != null) {
            nozzle.advance(seconds);
        }
        if (bed != null) {
            bed.advance(seconds);
        }
    }

    void off() {
        if (nozzle != null) {
            nozzle.setTargetC(0);
        }
        if (bed != null) {
            bed.setTargetC(0);
        }
    }

    Map<String, Double> readings() {
        var readings = new HashMap<String, Double>();
        if (nozzle != null) {
            readings.put("nozzleC", nozzle.temperatureC());
            readings.put("nozzleTargetC", nozzle.targetC());
        }
        if (bed != null) {
            readings.put("bedC", bed.temperatureC());
            readings.put("bedTargetC", bed.targetC());
        }
        return readings;
    }
}
