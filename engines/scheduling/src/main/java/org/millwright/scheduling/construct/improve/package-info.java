/** Makes complete plans better: ruin and recreate, a price for moving work, runs in cheap hours. */
@NullMarked
package org.millwright.scheduling.construct.improve;

import org.jspecify.annotations.NullMarked;
