/** What every stage stands on: database, identity, files, journal, clock, web frame, problems. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.millwright.factory.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
