/** Turns a unit's journal entries into the facts and the text of its passport. */
@NullMarked
package org.millwright.factory.passport.document;

import org.jspecify.annotations.NullMarked;
