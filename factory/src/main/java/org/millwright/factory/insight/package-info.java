/**
 * Figures by which a factory is led, and what needs somebody. {@link org.millwright.factory.insight.Figures} is the front
 * door. It reads the other modules' front doors and keeps nothing but what it was told by their events.
 */
@ApplicationModule(displayName = "Insight")
@NullMarked
package org.millwright.factory.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
