package org.millwright.factory.platform.web;

import java.time.ZoneId;
import java.util.Optional;
import org.millwright.factory.platform.identity.FactoryId;

/** Says whose pages are shown. */
public interface CurrentFactory {
    /** Empty while the installation has no factory. */
    Optional<View> find();

    /** What the frame of a page shows of a factory. */
    record View(FactoryId id, String name, ZoneId zone) {}
}
