/**
 * The factory's own data: its place, rates, machines, people, their hours, and the carbon factors it computes with. The
 * front door is {@link org.millwright.factory.facility.Factories}.
 */
@ApplicationModule(displayName = "Facility", allowedDependencies = "platform")
@NullMarked
package org.millwright.factory.facility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
