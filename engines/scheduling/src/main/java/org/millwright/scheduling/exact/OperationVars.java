package org.millwright.scheduling.exact;

import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.Literal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the solver decides of one operation. Times count from the beginning of the window.
 *
 * @param start of the setup
 * @param unload when unloading starts; null when nothing is unloaded
 * @param end of everything
 * @param size from start to end
 * @param modes by mode of the operation
 * @param starters by qualified person; empty when nobody is needed to start
 * @param unloaders by qualified person; empty when nobody is needed to unload
 */
record OperationVars(
        IntVar start,
        @Nullable IntVar unload,
        IntVar end,
        IntVar size,
        List<Literal> modes,
        List<Literal> starters,
        List<Literal> unloaders) {
    OperationVars {
        modes = List.copyOf(modes);
        starters = List.copyOf(starters);
        unloaders = List.copyOf(unloaders);
    }
}
