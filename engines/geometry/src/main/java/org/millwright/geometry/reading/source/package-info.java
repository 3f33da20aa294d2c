/** Bytes, numbers, XML and packed files as strangers send them, read within bounds. */
@NullMarked
package org.millwright.geometry.reading.source;

import org.jspecify.annotations.NullMarked;
