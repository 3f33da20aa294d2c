/**
 * The makespan of (flexible) job shops: tabu search on the critical path of a disjunctive graph held in flat arrays, run
 * from the members of a population that are recombined by path relinking. Forms no public interface beyond
 * {@link org.millwright.scheduling.makespan.FlexibleShop} and
 * {@link org.millwright.scheduling.makespan.MakespanSearch}.
 */
@NullMarked
package org.millwright.scheduling.makespan;

import org.jspecify.annotations.NullMarked;
