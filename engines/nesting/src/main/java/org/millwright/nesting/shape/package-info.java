/**
 * Parts as the separation engine sees them: a soup of edges grown by half the clearance for exact collision tests, discs
 * inside for a smooth measure of overlap, boxes for quick refusals. Lengths are micrometres in double; as long as
 * coordinates stay below 2^26, the products of an orientation test are exact.
 */
@NullMarked
package org.millwright.nesting.shape;

import org.jspecify.annotations.NullMarked;
