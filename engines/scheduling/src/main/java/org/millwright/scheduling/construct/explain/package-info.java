/** Why work stands where it does, and where pinned work can stand. */
@NullMarked
package org.millwright.scheduling.construct.explain;

import org.jspecify.annotations.NullMarked;
