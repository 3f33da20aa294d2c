/** What no plan undercuts. */
@NullMarked
package org.millwright.scheduling.construct.bound;

import org.jspecify.annotations.NullMarked;
