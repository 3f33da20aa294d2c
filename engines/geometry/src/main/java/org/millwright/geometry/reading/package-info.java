/** From a customer's file to a {@link org.millwright.geometry.DesignFile}: one reader per format, all of them bounded in memory and time. */
@NullMarked
package org.millwright.geometry.reading;

import org.jspecify.annotations.NullMarked;
