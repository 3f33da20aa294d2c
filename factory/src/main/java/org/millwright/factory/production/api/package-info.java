/** The floor in the API. */
@NullMarked
package org.millwright.factory.production.api;

import org.jspecify.annotations.NullMarked;
