/** Solids from flat shapes. */
@NullMarked
package org.millwright.factory.catalog.solid;

import org.jspecify.annotations.NullMarked;
