/** Single pieces, each with a serial and a state. */
@NamedInterface("unit")
@NullMarked
package org.millwright.factory.planning.unit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
