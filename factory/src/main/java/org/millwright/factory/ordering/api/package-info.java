/** Orders in the API. */
@NullMarked
package org.millwright.factory.ordering.api;

import org.jspecify.annotations.NullMarked;
