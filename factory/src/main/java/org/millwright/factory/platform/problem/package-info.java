/** Errors that say what is wrong and the way out, with their message texts. */
@NullMarked
package org.millwright.factory.platform.problem;

import org.jspecify.annotations.NullMarked;
