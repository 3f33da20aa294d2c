/** Who and which: ids, human numbers, factories and the people or programs that act. */
@NullMarked
package org.millwright.factory.platform.identity;

import org.jspecify.annotations.NullMarked;
