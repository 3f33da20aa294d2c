/** JSON as engines read and write it: without a library, so that commands start at once. */
@NullMarked
package org.millwright.json;

import org.jspecify.annotations.NullMarked;
