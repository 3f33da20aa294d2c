/**
 * Weighted tardiness of flexible job shops with sequence-dependent setups, releases and weekly shifts: plans by dispatch
 * rules, then simulated annealing whose moves are judged exactly by passing changed times on to what follows.
 */
@NullMarked
package org.millwright.scheduling.tardiness;

import org.jspecify.annotations.NullMarked;
