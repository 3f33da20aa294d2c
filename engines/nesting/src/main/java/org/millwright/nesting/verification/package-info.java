/** An exact check of layouts in whole numbers that shares nothing with the engine but the data it checks. */
@NullMarked
package org.millwright.nesting.verification;

import org.jspecify.annotations.NullMarked;
