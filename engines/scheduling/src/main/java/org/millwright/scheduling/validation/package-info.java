/** A check of timetables that shares nothing with the engine but the model. */
@NullMarked
package org.millwright.scheduling.validation;

import org.jspecify.annotations.NullMarked;
