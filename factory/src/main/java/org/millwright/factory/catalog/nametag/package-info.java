/** A name tag with raised or engraved letters. */
@NullMarked
package org.millwright.factory.catalog.nametag;

import org.jspecify.annotations.NullMarked;
