/**
 * Is it good? Inspections of units, measurements and verdicts, nonconformances and what people decide about them.
 * {@link org.millwright.factory.quality.Inspections} is the front door. Nothing is packed that this module has not released.
 */
@ApplicationModule(displayName = "Quality")
@NullMarked
package org.millwright.factory.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
