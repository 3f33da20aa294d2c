/**
 * Plans work on machines with calendars and people: {@link org.millwright.scheduling.Scheduling} solves, promises,
 * repairs and explains. The data lies in {@code model}, an independent check in {@code validation}.
 */
@NullMarked
package org.millwright.scheduling;

import org.jspecify.annotations.NullMarked;
