/** When people and machines are there, week by week. */
@NamedInterface("hours")
@NullMarked
package org.millwright.factory.facility.hours;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
