/**
 * What is to be planned and what a plan looks like: jobs, operations, assignments. Times are
 * whole seconds since an epoch that the caller chooses; intervals are half open. Immutable and validated once.
 */
@NullMarked
package org.millwright.scheduling.model;

import org.jspecify.annotations.NullMarked;
