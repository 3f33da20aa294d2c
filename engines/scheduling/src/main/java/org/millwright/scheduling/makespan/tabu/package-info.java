/** Tabu search on critical blocks: its moves, their estimates and its memory. */
@NullMarked
package org.millwright.scheduling.makespan.tabu;

import org.jspecify.annotations.NullMarked;
