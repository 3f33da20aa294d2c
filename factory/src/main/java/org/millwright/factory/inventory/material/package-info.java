/** Materials that a factory works with: what they are, what they cost, how long they last. */
@NamedInterface("material")
@NullMarked
package org.millwright.factory.inventory.material;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
