/** Tasks of people: offering, starting with a permit, confirming a preparation, finishing with a result. */
@NullMarked
package org.millwright.factory.production.desk;

import org.jspecify.annotations.NullMarked;
