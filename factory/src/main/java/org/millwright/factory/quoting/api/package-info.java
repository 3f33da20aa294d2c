/** Quotes in the API. */
@NullMarked
package org.millwright.factory.quoting.api;

import org.jspecify.annotations.NullMarked;
