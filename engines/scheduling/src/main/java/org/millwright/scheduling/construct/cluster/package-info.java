/** Operations that are placed together: batches, and what is bound by lags. */
@NullMarked
package org.millwright.scheduling.construct.cluster;

import org.jspecify.annotations.NullMarked;
