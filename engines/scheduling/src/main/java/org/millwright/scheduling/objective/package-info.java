/** What makes one plan better than another, and the value of any plan by it; knows the model only, not the search. */
@NullMarked
package org.millwright.scheduling.objective;

import org.jspecify.annotations.NullMarked;
