/** A box of flat panels that join by fingers. */
@NullMarked
package org.millwright.factory.catalog.box;

import org.jspecify.annotations.NullMarked;
