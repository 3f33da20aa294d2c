/** Where orders and their messages are kept. */
@NullMarked
package org.millwright.factory.ordering.store;

import org.jspecify.annotations.NullMarked;
