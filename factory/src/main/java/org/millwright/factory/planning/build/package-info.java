/** Plates and sheets: what runs together on a machine. */
@NamedInterface("build")
@NullMarked
package org.millwright.factory.planning.build;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
