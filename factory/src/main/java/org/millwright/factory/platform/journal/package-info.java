/** The append-only, hash-chained record of who did what when and why. */
@NullMarked
package org.millwright.factory.platform.journal;

import org.jspecify.annotations.NullMarked;
