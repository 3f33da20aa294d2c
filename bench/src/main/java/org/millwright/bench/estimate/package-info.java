/** How near estimates come to what a slicer says, and how long estimates and manufacturability reports take. */
@NullMarked
package org.millwright.bench.estimate;

import org.jspecify.annotations.NullMarked;
