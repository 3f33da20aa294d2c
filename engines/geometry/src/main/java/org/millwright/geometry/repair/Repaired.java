package org.millwright.geometry.repair;

import java.util.List;
import org.millwright.geometry.Mesh;

/**
 * What came out of a repair.
 *
 * @param mesh the mended mesh; the very same object when there was nothing to do
 * @param actions what was done, in this order; empty when there was nothing to do
 * @param watertight whether each edge of the mended mesh has faces that pair up and agree; what is still open could not be mended
 */
public record Repaired(
        Mesh mesh, double volumeBeforeMm3, double volumeAfterMm3, boolean watertight, List<RepairAction> actions) {
    public Repaired {
        actions = List.copyOf(actions);
    }

    /** Whether anything was changed. */
    public boolean changed() {
        return !actions.isEmpty();
    }
}
