/** Outlines of letters. */
@NullMarked
package org.millwright.factory.catalog.font;

import org.jspecify.annotations.NullMarked;
