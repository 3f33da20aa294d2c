/** Factory time: real, or running faster in a time-lapse. */
@NullMarked
package org.millwright.factory.platform.clock;

import org.jspecify.annotations.NullMarked;
