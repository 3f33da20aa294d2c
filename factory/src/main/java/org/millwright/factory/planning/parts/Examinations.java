package org.millwright.factory.planning.parts;

import java.util.Map;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.planning.examination.Examination;
import org.millwright.factory.planning.timetable.Floor;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.stereotype.Component;

/** Examines designs for people who decide: with everything that speaks against making them, and where. */
@Component
public class Examinations {
    private final Parts parts;
    private final Judging judging;

    Examinations(Parts parts, Judging judging) {
        this.parts = parts;
        this.judging = judging;
    }

    /** As {@link Parts#examine}, with findings from a closer look. */
    public Examination examine(
            FactoryId factory,
            DesignId design,
            String processId,
            String materialId,
            Map<String, Double> options,
            Floor floor) {
        return judging.completed(
                parts.examine(factory, design, processId, materialId, options, floor),
                design,
                Parts.getProcess(processId));
    }
}
