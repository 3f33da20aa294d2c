package org.millwright.factory.inventory.material;

import java.time.Instant;
import java.util.Map;
import org.millwright.factory.platform.identity.FactoryId;

/** What whoever plans work tells of the material that it will take. */
public interface PlannedUse {
    /** When the last of what is reserved of each material will be used up, by material; materials without plan are missing. */
    Map<String, Instant> listEnds(FactoryId factory);
}
