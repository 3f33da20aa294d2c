/**
 * Setting a factory up and keeping its own data: first start, settings, backup. {@link org.millwright.factory.setup.FactorySetup}
 * is the front door; it uses the front doors of the modules whose data it shows.
 */
@ApplicationModule(displayName = "Setup")
@NullMarked
package org.millwright.factory.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
