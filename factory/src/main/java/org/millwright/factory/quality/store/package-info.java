/** The tables of quality. */
@NullMarked
package org.millwright.factory.quality.store;

import org.jspecify.annotations.NullMarked;
