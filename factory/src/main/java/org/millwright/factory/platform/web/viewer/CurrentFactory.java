package org.millwright.factory.platform.web.viewer;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.problem.Problem;

/** Says whose pages are shown. */
public interface CurrentFactory {
    /** Empty while the installation has no factory. */
    Optional<View> find();

    /** Throws {@link Problem} {@code no-factory} while there is none. */
    default FactoryId getId() {
        return find().orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "no-factory", Map.of()))
                .id();
    }

    /** What the frame of a page shows of a factory. */
    record View(FactoryId id, String name, ZoneId zone) {}
}
