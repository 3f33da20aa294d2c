/** Text DXF drawings, release 12 to 2018. */
@NullMarked
package org.millwright.geometry.reading.dxf;

import org.jspecify.annotations.NullMarked;
