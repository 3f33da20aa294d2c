/** What an outline measures, what is wrong with it, and the usual operations on regions of the plane. */
@NullMarked
package org.millwright.geometry.outline;

import org.jspecify.annotations.NullMarked;
