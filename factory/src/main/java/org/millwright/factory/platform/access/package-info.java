/** Who asks, what they may do, and which routes are open to whom. */
@NullMarked
package org.millwright.factory.platform.access;

import org.jspecify.annotations.NullMarked;
